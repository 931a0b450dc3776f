package dev.whence.verify.check;

import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampException;
import dev.sigstore.timestamp.client.TimestampResponse;
import dev.sigstore.timestamp.client.TimestampVerificationException;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.verify.crypto.TimestampEnvelope;
import dev.whence.verify.trust.TrustMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trusted times of signing: from Rekor v1's signed entry timestamp, whose signature check 4
 * verifies, and from RFC 3161 timestamps, which are verified here.
 *
 * @param times the earliest first
 * @param strangers the logs and authorities that our trust material lacks, each with the time that
 *     it claims
 * @param problem why a timestamp is wrong; absent if all are right
 */
record SigningTimes(List<Instant> times, List<MissingTrust> strangers, @Nullable String problem) {

  SigningTimes {
    times = times.stream().sorted().toList();
    strangers = List.copyOf(strangers);
  }

  /** The latest claimed time, trusted or not; absent if there is none. */
  Optional<Instant> latestClaim() {
    return Stream.concat(
            times.stream(),
            strangers.stream().map(MissingTrust::judgedAfter).filter(Objects::nonNull))
        .max(Comparator.naturalOrder());
  }

  static SigningTimes of(Bundle bundle, TrustMaterial trust) {
    List<Instant> times = new ArrayList<>();
    List<MissingTrust> strangers = new ArrayList<>();
    for (Bundle.Entry entry : bundle.entries()) {
      if (entry.integratedTime() != null) {
        if (trust.log(entry.logId()).isPresent()) {
          times.add(entry.integratedTime());
        } else {
          strangers.add(log(entry));
        }
      }
    }
    @Nullable String problem = null;
    for (byte[] encoded : bundle.timestamps()) {
      @Nullable String wrong = stamped(encoded, bundle, trust, times, strangers);
      problem = problem == null ? wrong : problem;
    }
    return new SigningTimes(times, strangers, problem);
  }

  /** The log of an entry that our trust material lacks, with the time that it claims. */
  static MissingTrust log(Bundle.Entry entry) {
    return new MissingTrust(
        MissingTrust.Kind.TRANSPARENCY_LOG,
        HexFormat.of().formatHex(entry.logId()),
        entry.integratedTime());
  }

  /** Adds the time of an authority, or says why the timestamp is wrong. */
  private static @Nullable String stamped(
      byte[] encoded,
      Bundle bundle,
      TrustMaterial trust,
      List<Instant> times,
      List<MissingTrust> strangers) {
    @Nullable String wrong =
        switch (TimestampEnvelope.read(encoded, trust.timestampAuthorities())) {
          case TimestampEnvelope.Result.Wrong(String reason) -> reason;
          case TimestampEnvelope.Result.Stranger(String name, Instant time) -> {
            strangers.add(new MissingTrust(MissingTrust.Kind.TIMESTAMP_AUTHORITY, name, time));
            yield null;
          }
          case TimestampEnvelope.Result.Right _ -> {
            try {
              times.add(
                  verified(
                      encoded, bundle.content().signature(), trust.timestamps().orElseThrow()));
              yield null;
            } catch (TimestampVerificationException | TimestampException | RuntimeException e) {
              yield reason(e);
            }
          }
        };
    return wrong == null ? null : "The RFC 3161 timestamp is wrong: " + wrong + ".";
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
