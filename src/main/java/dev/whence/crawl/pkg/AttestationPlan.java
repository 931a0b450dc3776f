package dev.whence.crawl.pkg;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.KnownPackage;
import dev.whence.catalog.write.KnownPackage.KnownVersion;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The versions whose attestations are requested: new, changed and unfinished ones, and those that
 * could not be fetched and are due.
 */
final class AttestationPlan {

  private final KnownPackage known;
  private final Instant now;
  private final Instant youngSince;

  AttestationPlan(KnownPackage known, Instant now, Duration youngFor) {
    this.known = known;
    this.now = now;
    this.youngSince = now.minus(youngFor);
  }

  /** Whether something is unfinished, so that even an unchanged packument is needed in full. */
  boolean hasUnfinished() {
    return known.versions().values().stream()
        .anyMatch(version -> isUnfinished(version) || mayBeKnownNow(version));
  }

  /** The registry was silent before, so this version was not requested since. */
  private boolean mayBeKnownNow(KnownVersion version) {
    return version.evidence() == Evidence.UNKNOWN && !known.silent();
  }

  /** The versions to request, the latest first, so that a crawl that stops early has these. */
  List<PackumentVersion> toAsk(Packument packument) {
    return packument.versions().stream()
        .filter(version -> isAdvertised(version) && isWanted(version))
        .map(this::withKnownIntegrity)
        .sorted(
            Comparator.comparing(
                    PackumentVersion::publishedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed())
        .toList();
  }

  /** The tries of versions that could not be fetched so far, by version text. */
  Map<String, AttestationTry> tries(Packument packument) {
    Map<String, AttestationTry> tries = new HashMap<>();
    for (PackumentVersion version : packument.versions()) {
      @Nullable KnownVersion before = known.version(version.version());
      if (before != null && before.attempt() != null) {
        tries.put(version.version(), before.attempt());
      }
    }
    return tries;
  }

  /**
   * A listed attestation that is not fetched yet stays planned, even if the packument no longer
   * lists it.
   */
  private boolean isAdvertised(PackumentVersion version) {
    @Nullable KnownVersion before = known.version(version.version());
    return version.advertisesAttestations() || (before != null && isUnfinished(before));
  }

  /** If a packument does not state the digest, the known one stays. */
  private PackumentVersion withKnownIntegrity(PackumentVersion version) {
    @Nullable KnownVersion before = known.version(version.version());
    return version.integrity() == null && before != null
        ? version.withIntegrity(before.integrity())
        : version;
  }

  /** Whether the registry's own signature on this version has not been checked yet. */
  boolean isNew(PackumentVersion version) {
    @Nullable KnownVersion before = known.version(version.version());
    return before == null
        || before.evidence() == Evidence.UNKNOWN
        || (version.integrity() != null
            && !Objects.equals(before.integrity(), version.integrity()));
  }

  private boolean isWanted(PackumentVersion version) {
    @Nullable KnownVersion before = known.version(version.version());
    return before == null
        || isNew(version)
        || before.evidence() == Evidence.NONE
        || before.evidence() == Evidence.UNKNOWN
        || before.evidence() == Evidence.REMOVED
        || isUnfinished(before);
  }

  private boolean isUnfinished(KnownVersion version) {
    if (version.attempt() != null) {
      return !version.attempt().nextAt().isAfter(now);
    }
    return switch (version.evidence()) {
      case NOT_FETCHED, REFUSED, FAILING, NOT_CHECKED -> true;
      case NOT_FOUND, UNREADABLE ->
          version.publishedAt() != null && version.publishedAt().isAfter(youngSince);
      case NONE, UNKNOWN, REMOVED, PUBLISH_ONLY, INCONCLUSIVE, REJECTED, VERIFIED -> false;
    };
  }
}
