package dev.whence.verify.crypto;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/**
 * The parts of an RFC 3161 response that its signature does not cover: status, versions, tags,
 * names of algorithms and of the signer, certificates in it (RFC 5652, 5.1 and 5.3). Other
 * verifiers may ignore them; here they must be right, in DER. Only the status's free text is
 * ignored: it is for people (RFC 3161, 2.4.2).
 */
public final class TimestampEnvelope {

  private static final int SIGNED_DATA_VERSION = 3;
  private static final int SIGNER_INFO_VERSION = 1;

  /** The content of the envelope. */
  public sealed interface Result {

    /** All parts are right, and a trusted authority is the signer. */
    record Right() implements Result {}

    /** A part is wrong; the reason is the end of a sentence. */
    record Wrong(String reason) implements Result {}

    /**
     * The signer is not a trusted authority.
     *
     * @param name of the certificate's issuer, and its serial number
     * @param time as the signer claims it
     */
    record Stranger(String name, Instant time) implements Result {}
  }

  private TimestampEnvelope() {}

  /**
   * Reads the envelope.
   *
   * @param authorities the trusted authorities' certificates
   */
  public static Result read(byte[] response, List<X509Certificate> authorities) {
    try {
      TimeStampResp read = TimeStampResp.getInstance(response);
      if (!Arrays.equals(read.getEncoded(ASN1Encoding.DER), response)) {
        return new Result.Wrong("it is not in DER");
      }
      if (read.getStatus().getStatus().signum() != 0) {
        return new Result.Wrong("it was not granted");
      }
      ContentInfo token = read.getTimeStampToken();
      return token.getContentType().equals(CMSObjectIdentifiers.signedData)
          ? read(SignedData.getInstance(token.getContent()), authorities)
          : new Result.Wrong("its token is not signed data");
    } catch (IOException
        | ParseException
        | CertificateEncodingException
        | RuntimeException unreadable) {
      return new Result.Wrong("it cannot be read");
    }
  }

  private static Result read(SignedData token, List<X509Certificate> authorities)
      throws IOException, ParseException, CertificateEncodingException {
    if (!token.getVersion().hasValue(SIGNED_DATA_VERSION)
        || !(token.getEncapContentInfo().getContent() instanceof ASN1OctetString content)
        || token.getSignerInfos().size() != 1
        || token.getCRLs() != null) {
      return new Result.Wrong("its token is not of the form of a timestamp's");
    }
    ASN1Encodable written = token.getSignerInfos().getObjectAt(0);
    SignerInfo signer = SignerInfo.getInstance(written);
    // The reader accepts tags of any class.
    if (!Arrays.equals(encoded(signer), encoded(written))
        || !signer.getVersion().hasValue(SIGNER_INFO_VERSION)
        || signer.getUnauthenticatedAttributes() != null) {
      return new Result.Wrong("its signer is not written as a timestamp's");
    }
    ASN1Set digests = token.getDigestAlgorithms();
    if (digests.size() != 1 || !digests.getObjectAt(0).equals(signer.getDigestAlgorithm())) {
      return new Result.Wrong("it names another hash than its signer");
    }
    IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    if (!isNamed(named, authorities)) {
      Instant time = TSTInfo.getInstance(content.getOctets()).getGenTime().getDate().toInstant();
      return new Result.Stranger(named.getName() + ", " + named.getSerialNumber(), time);
    }
    return token.getCertificates() == null || areKnown(token.getCertificates(), authorities)
        ? new Result.Right()
        : new Result.Wrong("it brings certificates along that are no trusted authority's");
  }

  private static byte[] encoded(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private static boolean isNamed(IssuerAndSerialNumber name, List<X509Certificate> authorities)
      throws IOException {
    byte[] issuer = name.getName().getEncoded();
    return authorities.stream()
        .anyMatch(
            authority ->
                authority.getSerialNumber().equals(name.getSerialNumber().getValue())
                    && Arrays.equals(authority.getIssuerX500Principal().getEncoded(), issuer));
  }

  private static boolean areKnown(ASN1Set certificates, List<X509Certificate> authorities)
      throws IOException, CertificateEncodingException {
    for (ASN1Encodable certificate : certificates) {
      byte[] der = certificate.toASN1Primitive().getEncoded();
      boolean known = false;
      for (X509Certificate authority : authorities) {
        known |= Arrays.equals(authority.getEncoded(), der);
      }
      if (!known) {
        return false;
      }
    }
    return true;
  }
}
