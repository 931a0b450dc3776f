package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.FORMAT;

import dev.whence.provenance.Check;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.FulcioCertificate;
import dev.whence.provenance.bundle.Statement;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Check 1 for bundles of any kind: a signature over a file, or an envelope with an in-toto
 * statement. An envelope's key id is an unsigned hint, and is ignored.
 */
public final class BundleFormatCheck {

  private BundleFormatCheck() {}

  public static Check check(CheckInput in) {
    @Nullable String stranger = FormatCheck.stranger(in.bundle());
    if (stranger != null) {
      return Check.failed(FORMAT, stranger);
    }
    if (in.bundle().material() instanceof Bundle.Material.Certificates certificates
        && hasRoot(certificates.chain())) {
      return Check.failed(
          FORMAT, "The bundle contains a root certificate. Only the trusted root may name those.");
    }
    return switch (in.bundle().content()) {
      case Bundle.Content.MessageSignature _ ->
          Check.passed(FORMAT, "The bundle is well-formed; it signs a file.");
      case Bundle.Content.Envelope envelope -> envelope(envelope, in);
    };
  }

  private static Check envelope(Bundle.Content.Envelope envelope, CheckInput in) {
    @Nullable Statement statement = in.statement();
    if (!envelope.payloadType().equals(Statement.PAYLOAD_TYPE)) {
      return Check.failed(
          FORMAT,
          "The payload type is " + Quoted.shown(envelope.payloadType()) + ", not in-toto's.");
    }
    if (statement == null) {
      return Check.failed(FORMAT, "It cannot be read: " + in.problem() + ".");
    }
    return FormatCheck.STATEMENT_TYPES.contains(statement.type())
        ? Check.passed(FORMAT, "The bundle and its in-toto statement are well-formed.")
        : Check.failed(
            FORMAT, "The statement type " + Quoted.shown(statement.type()) + " is not in-toto's.");
  }

  private static boolean hasRoot(List<byte[]> chain) {
    return chain.stream().skip(1).anyMatch(BundleFormatCheck::isRoot);
  }

  private static boolean isRoot(byte[] der) {
    try {
      X509Certificate certificate = FulcioCertificate.parse(der);
      return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    } catch (CertificateException unreadable) {
      return false;
    }
  }
}
