package dev.whence.crawl;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.KnownPackage;
import dev.whence.catalog.KnownPackage.KnownVersion;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which versions' attestations are asked for: new ones, changed ones, and what is unfinished. */
final class AttestationPlan {

  private final Map<String, KnownVersion> known;
  private final Instant youngSince;

  AttestationPlan(KnownPackage known, Instant now, Duration youngFor) {
    this.known = known.versions();
    this.youngSince = now.minus(youngFor);
  }

  /** Whether something is unfinished, so that even an unchanged packument is needed in full. */
  boolean hasUnfinished() {
    return known.values().stream().anyMatch(this::isUnfinished);
  }

  /** The versions to ask for, the latest first: should the crawl stop early, it has them. */
  List<PackumentVersion> toAsk(Packument packument) {
    return packument.versions().stream()
        .filter(version -> version.attestationsUrl() != null && isWanted(version))
        .sorted(
            Comparator.comparing(
                    PackumentVersion::publishedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed())
        .toList();
  }

  /** Whether the registry's own signature on this version has not been checked yet. */
  boolean isNew(PackumentVersion version) {
    @Nullable KnownVersion before = known.get(version.version());
    return before == null || !Objects.equals(before.integrity(), version.integrity());
  }

  private boolean isWanted(PackumentVersion version) {
    @Nullable KnownVersion before = known.get(version.version());
    return before == null
        || isNew(version)
        || before.evidence() == Evidence.NO_ATTESTATION
        || before.evidence() == Evidence.UNKNOWN
        || before.evidence() == Evidence.REMOVED
        || isUnfinished(before);
  }

  private boolean isUnfinished(KnownVersion version) {
    return switch (version.evidence()) {
      case NOT_LOOKED_AT, FAILING, NOT_VERIFIED -> true;
      case NOT_SERVED, REFUSED, UNREADABLE ->
          version.publishedAt() != null && version.publishedAt().isAfter(youngSince);
      case NO_ATTESTATION, UNKNOWN, REMOVED, PUBLISH_ONLY, UNDECIDED, REJECTED, VERIFIED -> false;
    };
  }
}
