package dev.whence.verify;

import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampException;
import dev.sigstore.timestamp.client.TimestampResponse;
import dev.sigstore.timestamp.client.TimestampVerificationException;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.whence.provenance.Bundle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of signing that somebody trusted vouches for: Rekor v1 by its signed entry timestamp,
 * whose signature is check 4's, and RFC 3161 timestamp authorities, verified here.
 *
 * @param problem why a timestamp does not hold; absent where all do
 */
record SigningTimes(List<Instant> times, @Nullable String problem) {

  SigningTimes {
    times = List.copyOf(times);
  }

  static SigningTimes of(Bundle bundle, TrustMaterial trust) {
    List<Instant> times = new ArrayList<>();
    for (Bundle.Entry entry : bundle.entries()) {
      if (entry.integratedTime() != null) {
        times.add(entry.integratedTime());
      }
    }
    if (bundle.timestamps().isEmpty()) {
      return new SigningTimes(times, null);
    }
    Optional<TimestampVerifier> verifier = trust.timestamps();
    if (verifier.isEmpty()) {
      return new SigningTimes(times, "The trust root has no timestamp authority.");
    }
    for (byte[] encoded : bundle.timestamps()) {
      @Nullable String envelope = TimestampEnvelope.problem(encoded, trust.timestampAuthorities());
      if (envelope != null) {
        return new SigningTimes(times, "The RFC 3161 timestamp does not hold: " + envelope + ".");
      }
      try {
        times.add(verified(encoded, bundle.content().signature(), verifier.get()));
      } catch (TimestampVerificationException | TimestampException | RuntimeException e) {
        return new SigningTimes(times, "The RFC 3161 timestamp does not hold: " + reason(e) + ".");
      }
    }
    return new SigningTimes(times, null);
  }

  private static Instant verified(byte[] encoded, byte[] signature, TimestampVerifier verifier)
      throws TimestampVerificationException, TimestampException {
    TimestampResponse response = ImmutableTimestampResponse.builder().encoded(encoded).build();
    verifier.verify(response, signature);
    return response.getGenTime().toInstant();
  }

  private static String reason(Exception e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    String bounded = text.length() > 300 ? text.substring(0, 300) + "…" : text;
    return bounded.endsWith(".") ? bounded.substring(0, bounded.length() - 1) : bounded;
  }
}
