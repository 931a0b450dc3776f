package dev.whence.verify;

import static dev.whence.provenance.CheckKind.SIGNING_TIME;

import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampVerificationException;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.whence.provenance.Bundle;
import dev.whence.provenance.Check;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Check 6: somebody trusted vouches for a signing time, and the certificate or key was valid then.
 * Rekor v1 vouches by its signed entry timestamp; without one it takes an RFC 3161 timestamp.
 */
final class SigningTimeCheck {

  private SigningTimeCheck() {}

  static Check check(CheckInput in) {
    @Nullable Instant logged = loggedTime(in.bundle());
    if (!in.bundle().timestamps().isEmpty()) {
      @Nullable String problem = timestampProblem(in);
      if (problem != null) {
        return Check.failed(SIGNING_TIME, problem);
      }
    } else if (logged == null) {
      return Check.failed(SIGNING_TIME, "Nobody vouches for the time of signing.");
    }
    @Nullable Instant time = logged == null ? in.signedAt() : logged;
    return time == null
        ? Check.failed(SIGNING_TIME, "The timestamp states no time.")
        : judge(in, time);
  }

  private static @Nullable Instant loggedTime(Bundle bundle) {
    return bundle.entries().stream()
        .filter(entry -> entry.promise() != null && entry.integratedTime() != null)
        .map(Bundle.Entry::integratedTime)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String timestampProblem(CheckInput in) {
    Optional<TimestampVerifier> verifier = in.trust().timestamps();
    if (verifier.isEmpty()) {
      return "The timestamp is by an authority that is not trusted: none is.";
    }
    for (byte[] response : in.bundle().timestamps()) {
      try {
        verifier
            .get()
            .verify(
                ImmutableTimestampResponse.builder().encoded(response).build(),
                in.bundle().content().signature());
      } catch (TimestampVerificationException | RuntimeException e) {
        return "The RFC 3161 timestamp does not hold: " + e.getMessage() + ".";
      }
    }
    return null;
  }

  private static Check judge(CheckInput in, Instant time) {
    if (in.leaf() != null) {
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
