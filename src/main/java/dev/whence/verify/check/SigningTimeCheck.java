package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.SIGNING_TIME;

import dev.whence.provenance.Check;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.verify.crypto.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Check 6: a trusted log or authority states a signing time, and the certificate or key was valid
 * then. Rekor v1 states it in its signed entry timestamp; without that, an RFC 3161 timestamp is
 * needed.
 */
public final class SigningTimeCheck {

  private SigningTimeCheck() {}

  public static Check check(CheckInput in) {
    if (in.times().problem() != null) {
      return Check.failed(SIGNING_TIME, in.times().problem());
    }
    List<Check> results = new ArrayList<>();
    in.times().times().forEach(time -> results.add(judge(in, time)));
    in.times().strangers().forEach(stranger -> results.add(lacking(in, stranger)));
    return results.isEmpty() ? untimed(in) : Conclusion.worst(results);
  }

  /** The log's own check reports an unknown log. */
  private static Check lacking(CheckInput in, MissingTrust stranger) {
    return stranger.kind() == MissingTrust.Kind.TIMESTAMP_AUTHORITY
        ? MissingTrustResult.check(
            SIGNING_TIME, stranger, "The timestamp authority " + Quoted.shown(stranger.id()), in)
        : Check.inconclusive(
            SIGNING_TIME, "The log that states the time of signing is not in our trust material.");
  }

  private static Check judge(CheckInput in, Instant time) {
    if (in.keyHint().isEmpty()) {
      if (in.leaf() == null) {
        return Check.failed(SIGNING_TIME, "The signing certificate cannot be read.");
      }
      Instant from = in.leaf().getNotBefore().toInstant();
      Instant until = in.leaf().getNotAfter().toInstant();
      return new Validity(from, until).contains(time)
          ? Check.passed(
              SIGNING_TIME,
              "Signed at " + time + "; the certificate was valid until " + until + ".")
          : Check.failed(
              SIGNING_TIME,
              "Signed at "
                  + time
                  + ", but the certificate is valid from "
                  + from
                  + " to "
                  + until
                  + ".");
    }
    Optional<ManagedKey> managed = in.managedKey();
    if (managed.isEmpty()) {
      return Check.inconclusive(SIGNING_TIME, ManagedKey.UNKNOWN);
    }
    ManagedKey key = managed.get();
    return key.validity().contains(time)
        ? Check.passed(SIGNING_TIME, "Signed at " + time + ", when " + key.owner() + " was valid.")
        : Check.failed(
            SIGNING_TIME,
            "Signed at "
                + time
                + ", but "
                + key.owner()
                + " was valid from "
                + key.validity()
                + ".");
  }

  /** Only a key that is valid at any time needs no signing time. */
  private static Check untimed(CheckInput in) {
    boolean timeless =
        in.managedKey().filter(key -> key.validity().equals(Validity.ALWAYS)).isPresent();
    return timeless
        ? Check.notApplicable(
            SIGNING_TIME,
            "No trusted log or authority states the time of signing. The given key is always"
                + " valid.")
        : Check.failed(SIGNING_TIME, "No trusted log or authority states the time of signing.");
  }
}
