package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.CERTIFICATE_TRANSPARENCY;

import dev.whence.provenance.Check;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.verify.crypto.Precertificate;
import dev.whence.verify.crypto.SignedCertificateTimestamp;
import dev.whence.verify.trust.TrustMaterial;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Check 3: a trusted certificate transparency log promised to log the certificate (RFC 6962, 3.2
 * and 3.3: signed certificate timestamp over the precertificate).
 */
public final class CertificateTransparencyCheck {

  private CertificateTransparencyCheck() {}

  public static Check check(CheckInput in) {
    @Nullable X509Certificate leaf = in.leaf();
    if (leaf == null) {
      return in.keyHint().isPresent()
          ? Check.notApplicable(
              CERTIFICATE_TRANSPARENCY, "Signed with a managed key, not a certificate.")
          : Check.failed(CERTIFICATE_TRANSPARENCY, "The signing certificate cannot be read.");
    }
    try {
      List<SignedCertificateTimestamp> timestamps = SignedCertificateTimestamp.embeddedIn(leaf);
      if (timestamps.isEmpty()) {
        return in.trust().hasCertificateLogs()
            ? Check.failed(
                CERTIFICATE_TRANSPARENCY, "The certificate has no signed certificate timestamp.")
            : Check.notApplicable(
                CERTIFICATE_TRANSPARENCY, "This trust root has no certificate logs.");
      }
      return check(leaf, timestamps, in);
    } catch (CertificateEncodingException | RuntimeException e) {
      return Check.failed(
          CERTIFICATE_TRANSPARENCY, "The signed certificate timestamp cannot be read.");
    }
  }

  private static Check check(
      X509Certificate leaf, List<SignedCertificateTimestamp> timestamps, CheckInput in)
      throws CertificateEncodingException {
    TrustMaterial trust = in.trust();
    if (in.issuers().isEmpty()) {
      return Check.inconclusive(
          CERTIFICATE_TRANSPARENCY,
          "The log also signed the issuer's key, and we do not know the issuer.");
    }
    byte[] precertificate = Precertificate.of(leaf);
    List<SignedCertificateTimestamp> unknown = new ArrayList<>();
    for (SignedCertificateTimestamp timestamp : timestamps) {
      Optional<TrustMaterial.Log> log = trust.certificateLog(timestamp.logId());
      if (log.isEmpty()) {
        unknown.add(timestamp);
      } else if (log.get().validity().contains(timestamp.time())
          && timestamp.isSignedBy(
              log.get().key(), precertificate, in.issuers().getFirst().keyHash())) {
        return Check.passed(
            CERTIFICATE_TRANSPARENCY,
            "Logged by " + log.get().baseUrl() + " at " + timestamp.time() + ".");
      }
    }
    return unknown.isEmpty()
        ? Check.failed(
            CERTIFICATE_TRANSPARENCY, "The log's signature on the certificate is not valid.")
        : lacking(unknown.getFirst(), in);
  }

  /** One good timestamp is enough, and the timestamp of an unknown log may be good. */
  private static Check lacking(SignedCertificateTimestamp timestamp, CheckInput in) {
    String id = HexFormat.of().formatHex(timestamp.logId());
    return MissingTrustResult.check(
        CERTIFICATE_TRANSPARENCY,
        new MissingTrust(MissingTrust.Kind.CERTIFICATE_LOG, id, timestamp.time()),
        "The certificate transparency log " + Quoted.digest(id),
        in);
  }
}
