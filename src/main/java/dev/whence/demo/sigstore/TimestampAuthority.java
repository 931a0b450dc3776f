package dev.whence.demo.sigstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority (RFC 3161). */
final class TimestampAuthority {

  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

  private final EcKey key;
  private final X509CertificateHolder certificate;
  private final X509CertificateHolder rootCertificate;

  TimestampAuthority(String seed, Instant since) {
    EcKey root = EcKey.of(EcKey.Curve.P384, seed, "timestamps/root");
    X500Name rootName = new X500Name("O=generated.example,CN=generated-timestamps-root");
    X500Name name = new X500Name("O=generated.example,CN=generated-timestamps");
    this.key = EcKey.of(EcKey.Curve.P256, seed, "timestamps");
    try {
      X509v3CertificateBuilder above = builder(rootName, rootName, root, since);
      above.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      above.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      this.rootCertificate = above.build(new KeySigner(root));
      X509v3CertificateBuilder leaf = builder(rootName, name, key, since);
      leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      leaf.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      this.certificate = leaf.build(new KeySigner(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, EcKey key, Instant since) {
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(1, Digests.sha256(key.encoded())).shiftRight(100),
        Date.from(since),
        Date.from(since.plus(LIFE)),
        subject,
        key.info());
  }

  /** DER, the signing one first. */
  List<byte[]> chain() {
    try {
      return List.of(certificate.getEncoded(), rootCertificate.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The response, DER, that states the time for the message. */
  byte[] stamp(byte[] message, Instant time) {
    try {
      TimeStampRequest request =
          new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, Digests.sha256(message));
      BigInteger serial = new BigInteger(1, Digests.sha256(message)).shiftRight(128);
      return new TimeStampResponseGenerator(tokens(time), TSPAlgorithms.ALLOWED)
          .generateGrantedResponse(request, serial, Date.from(time))
          .getEncoded();
    } catch (TSPException | OperatorCreationException e) {
      throw new IllegalStateException("a timestamp can always be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TimeStampTokenGenerator tokens(Instant time)
      throws OperatorCreationException, TSPException {
    BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();
    DigestCalculator sha256 = digests.get(SHA256);
    // Without this attribute BouncyCastle would take the time from the system.
    AttributeTable attributes =
        new AttributeTable(
            new DERSet(
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time))))));
    SignerInfoGenerator signers =
        new SignerInfoGeneratorBuilder(digests)
            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
            .build(new KeySigner(key), certificate);
    return new TimeStampTokenGenerator(signers, sha256, POLICY);
  }
}
