package dev.whence.demo.sigstore;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;

/** Issues as Fulcio does: a root, an intermediate, and leaf certificates that live ten minutes. */
final class CertificateAuthority {

  private static final ASN1ObjectIdentifier TIMESTAMPS =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  private static final String FULCIO = "1.3.6.1.4.1.57264.1.";
  private static final int FIRST_ENCODED_EXTENSION = 8;
  private static final Duration CHAIN_LIFE = Duration.ofDays(3650);
  private static final Duration LEAF_LIFE = Duration.ofMinutes(10);
  private static final X500Name NOBODY = new X500Name("");

  private final X500Name name;
  private final EcKey key;
  private final byte[] certificate;
  private final byte[] rootCertificate;
  private final CertificateLog log;

  CertificateAuthority(String seed, String label, Instant since, CertificateLog log) {
    X500Name rootName = new X500Name("O=generated.example,CN=generated-sigstore");
    EcKey root = EcKey.of(EcKey.Curve.P384, seed, label + "/root");
    this.name = new X500Name("O=generated.example,CN=generated-sigstore-intermediate");
    this.key = EcKey.of(EcKey.Curve.P384, seed, label + "/intermediate");
    this.log = log;
    this.rootCertificate = authority(rootName, root, rootName, root, since, 1);
    this.certificate = authority(rootName, root, name, key, since, 0);
  }

  /** DER, the issuer of leaf certificates first. */
  List<byte[]> chain() {
    return List.of(certificate, rootCertificate);
  }

  private static byte[] authority(
      X500Name issuer, EcKey issuerKey, X500Name subject, EcKey key, Instant since, int below) {
    X509v3CertificateBuilder builder = builder(issuer, subject, key, since, since.plus(CHAIN_LIFE));
    try {
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
      addKeyIds(builder, issuerKey, key);
      return builder.build(new KeySigner(issuerKey)).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A leaf for a key and an identity; {@code from} counts in whole seconds. */
  byte[] issue(
      EcKey leaf,
      String identity,
      SortedMap<Integer, String> claims,
      Instant from,
      Set<Fault> faults) {
    X509v3CertificateBuilder builder = builder(name, NOBODY, leaf, from, from.plus(LEAF_LIFE));
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              faults.contains(Fault.OTHER_KEY_USAGE)
                  ? KeyPurposeId.id_kp_clientAuth
                  : KeyPurposeId.id_kp_codeSigning));
      addKeyIds(builder, key, leaf);
      builder.addExtension(
          Extension.subjectAlternativeName,
          true,
          new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, identity)));
      addClaims(builder, claims);
      if (!faults.contains(Fault.NO_SCT)) {
        byte[] sct = log.timestamp(toBeSigned(builder), key.encoded(), from, faults);
        builder.addExtension(TIMESTAMPS, false, new DEROctetString(sct));
      }
      return builder.build(new KeySigner(key)).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addClaims(X509v3CertificateBuilder builder, SortedMap<Integer, String> claims)
      throws IOException {
    for (Map.Entry<Integer, String> claim : claims.entrySet()) {
      byte[] value =
          claim.getKey() < FIRST_ENCODED_EXTENSION
              ? Digests.utf8(claim.getValue())
              : new DERUTF8String(claim.getValue()).getEncoded();
      builder.addExtension(new ASN1ObjectIdentifier(FULCIO + claim.getKey()), false, value);
    }
  }

  private static void addKeyIds(X509v3CertificateBuilder builder, EcKey issuer, EcKey subject)
      throws IOException {
    BcX509ExtensionUtils utils = new BcX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(subject.info()));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuer.info()));
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, EcKey key, Instant from, Instant until) {
    byte[] serial = Digests.sha256(key.encoded(), Digests.utf8(from.toString()));
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(1, Arrays.copyOf(serial, 19)),
        Date.from(from),
        Date.from(until),
        subject,
        key.info());
  }

  /** The certificate without its signature, which a certificate log signs. */
  private byte[] toBeSigned(X509v3CertificateBuilder builder) throws IOException {
    return builder
        .build(new Unsigned(key.algorithm()))
        .toASN1Structure()
        .getTBSCertificate()
        .getEncoded("DER");
  }

  private record Unsigned(AlgorithmIdentifier algorithm) implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public byte[] getSignature() {
      return new byte[1];
    }
  }
}
