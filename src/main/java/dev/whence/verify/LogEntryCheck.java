package dev.whence.verify;

import static dev.whence.provenance.CheckKind.LOG_ENTRY;

import dev.whence.provenance.Bundle;
import dev.whence.provenance.Check;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check 5: the log entry is about this very bundle: same payload, signature and signer. */
final class LogEntryCheck {

  private LogEntryCheck() {}

  static Check check(CheckInput in) {
    if (in.bundle().entries().isEmpty()) {
      return in.trust().hasLogs()
          ? Check.failed(LOG_ENTRY, "The bundle has no transparency log entry.")
          : Check.notApplicable(LOG_ENTRY, "This trust root has no transparency log.");
    }
    Optional<byte[]> signed = in.signedBytes();
    if (signed.isEmpty()) {
      return Check.undecided(LOG_ENTRY, "The bundle signs a file that is not at hand.");
    }
    for (Bundle.Entry entry : in.bundle().entries()) {
      @Nullable String problem = problem(entry, in, signed.get());
      if (problem != null) {
        return Check.failed(LOG_ENTRY, problem);
      }
    }
    return Check.passed(
        LOG_ENTRY, "The entry has this bundle's payload hash, signature and signer.");
  }

  private static @Nullable String problem(Bundle.Entry entry, CheckInput in, byte[] signed) {
    Optional<LogBody> read = LogBody.read(entry);
    if (read.isEmpty()) {
      return "The entry's body is not one of kind "
          + Words.shown(entry.kind() + "/" + entry.kindVersion())
          + " that we can read.";
    }
    LogBody body = read.get();
    Bundle.Content.Envelope envelope = (Bundle.Content.Envelope) in.bundle().content();
    byte[] hashed = body.coversEncoding() ? signed : envelope.payload();
    if (!java.util.Arrays.equals(body.payloadHash(), Crypto.sha256(hashed))) {
      return "The log entry is about another payload.";
    }
    if (!java.util.Arrays.equals(body.signature(), envelope.signature())) {
      return "The log entry has another signature.";
    }
    return sameSigner(body, in) ? null : "The log entry names another signer.";
  }

  private static boolean sameSigner(LogBody body, CheckInput in) {
    try {
      byte[] signer =
          in.leaf() != null
              ? in.leaf().getEncoded()
              : in.npmKey().map(key -> key.key().getEncoded()).orElse(new byte[0]);
      return java.util.Arrays.equals(body.signer(), signer);
    } catch (CertificateEncodingException e) {
      return false;
    }
  }
}
