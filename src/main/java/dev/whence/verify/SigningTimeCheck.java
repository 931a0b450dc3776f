package dev.whence.verify;

import static dev.whence.provenance.CheckKind.SIGNING_TIME;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Check 6: somebody trusted vouches for a signing time, and the certificate or key was valid then.
 * Rekor v1 vouches by its signed entry timestamp; without one it takes an RFC 3161 timestamp.
 */
final class SigningTimeCheck {

  private SigningTimeCheck() {}

  static Check check(CheckInput in) {
    if (in.times().problem() != null) {
      return Check.failed(SIGNING_TIME, in.times().problem());
    }
    if (in.times().times().isEmpty()) {
      return Check.failed(SIGNING_TIME, "Nobody vouches for the time of signing.");
    }
    Check first = judge(in, in.times().times().getFirst());
    return in.times().times().stream()
        .map(time -> judge(in, time))
        .filter(check -> check.status() == CheckStatus.FAILED)
        .findFirst()
        .orElse(first);
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
    Optional<NpmKeys.Key> key = in.npmKey();
    if (key.isEmpty()) {
      return Check.failed(
          SIGNING_TIME, "The key " + Words.shown(in.keyHint().orElse(null)) + " is not npm's.");
    }
    return key.get().validity().contains(time)
        ? Check.passed(SIGNING_TIME, "Signed at " + time + ", when npm's key was valid.")
        : Check.failed(
            SIGNING_TIME,
            "Signed at " + time + ", but npm's key counts from " + key.get().validity() + ".");
  }
}
