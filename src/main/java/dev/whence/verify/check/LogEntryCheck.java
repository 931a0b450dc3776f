package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.LOG_ENTRY;

import dev.whence.provenance.Check;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Bundle;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Optional;

/** Check 5: the log entry is about this very bundle: same payload, signature and signer. */
public final class LogEntryCheck {

  private LogEntryCheck() {}

  public static Check check(CheckInput in) {
    if (in.bundle().entries().isEmpty()) {
      return in.trust().hasLogs()
          ? Check.failed(LOG_ENTRY, "The bundle has no transparency log entry.")
          : Check.notApplicable(LOG_ENTRY, "This trust root has no transparency log.");
    }
    Optional<Artifact> signed = in.signed();
    if (signed.isEmpty()) {
      return Check.inconclusive(LOG_ENTRY, "The bundle signs a file that was not given.");
    }
    return Conclusion.worst(
        in.bundle().entries().stream().map(entry -> check(entry, in, signed.get())).toList());
  }

  private static Check check(Bundle.Entry entry, CheckInput in, Artifact signed) {
    if (entry.kind().equals("dsse") && entry.kindVersion().equals("0.0.2")) {
      return Check.failed(
          LOG_ENTRY, "The entry is of kind dsse 0.0.2, which was withdrawn: no log accepts it.");
    }
    Optional<LogBody> read = LogBody.read(entry);
    if (read.isEmpty()) {
      return Check.failed(
          LOG_ENTRY,
          "The entry's body is not one of kind "
              + Quoted.shown(entry.kind() + "/" + entry.kindVersion())
              + " that we can read.");
    }
    LogBody body = read.get();
    if (!body.coversEncoding()
        && in.bundle().content() instanceof Bundle.Content.MessageSignature) {
      return Check.failed(
          LOG_ENTRY, "The log entry is about an envelope, the bundle about a file.");
    }
    Optional<byte[]> hash = hashed(body, in, signed).digest(body.algorithm());
    if (hash.isEmpty()) {
      return Check.inconclusive(
          LOG_ENTRY, "The file's " + body.algorithm() + " is in the log, but we do not know it.");
    }
    if (!Arrays.equals(body.payloadHash(), hash.get())) {
      return Check.failed(LOG_ENTRY, "The log entry is about another payload.");
    }
    if (!Arrays.equals(body.signature(), in.bundle().content().signature())) {
      return Check.failed(LOG_ENTRY, "The log entry has another signature.");
    }
    if (in.leaf() == null && in.managedKey().isEmpty()) {
      return Check.inconclusive(LOG_ENTRY, ManagedKey.UNKNOWN);
    }
    return sameSigner(body, in)
        ? Check.passed(LOG_ENTRY, "The entry has this bundle's payload hash, signature and signer.")
        : Check.failed(LOG_ENTRY, "The log entry names another signer.");
  }

  /** Older kinds hash only an envelope's payload. */
  private static Artifact hashed(LogBody body, CheckInput in, Artifact signed) {
    return !body.coversEncoding()
            && in.bundle().content() instanceof Bundle.Content.Envelope envelope
        ? new Artifact.Bytes(envelope.payload())
        : signed;
  }

  private static boolean sameSigner(LogBody body, CheckInput in) {
    try {
      byte[] signer =
          in.leaf() != null
              ? in.leaf().getEncoded()
              : in.managedKey().map(managed -> managed.key().getEncoded()).orElse(new byte[0]);
      return Arrays.equals(body.signer(), signer);
    } catch (CertificateEncodingException e) {
      return false;
    }
  }
}
