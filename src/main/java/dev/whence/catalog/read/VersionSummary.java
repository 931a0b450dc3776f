package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version in a list.
 *
 * @param removedAt when we noticed that the registry removed it; absent if it is not removed
 * @param distTags the dist-tags that point at it
 * @param deprecated the deprecation message; absent unless deprecated
 * @param publisher the npm account or CI that published
 * @param trustedPublisher {@code github}, {@code gitlab}; absent if it was not published by a CI
 *     service
 * @param provenance the normalised provenance; absent if none was read
 * @param level absent unless verified with a known builder
 * @param checksPassed of the latest verdict on the provenance; 0 without verdict
 * @param checksApplicable of the latest verdict on the provenance; 0 without verdict
 */
public record VersionSummary(
    String version,
    @Nullable Instant publishedAt,
    @Nullable Instant removedAt,
    List<String> distTags,
    @Nullable String deprecated,
    @Nullable String publisher,
    @Nullable String trustedPublisher,
    Evidence evidence,
    @Nullable Provenance provenance,
    @Nullable SlsaLevel level,
    int checksPassed,
    int checksApplicable) {

  /**
   * Whether it has a provenance attestation, verified or not; null if we do not know. The condition
   * in queries is {@code FilterConditions.WITH_PROVENANCE}.
   */
  public @Nullable Boolean hasProvenance() {
    if (provenance != null) {
      return true;
    }
    return switch (evidence) {
      case NONE, PUBLISH_ONLY -> false;
      // Attestations of other kinds decided this evidence, so all served attestations were read.
      case REJECTED, INCONCLUSIVE, VERIFIED, NOT_CHECKED -> false;
      case UNKNOWN, REMOVED, NOT_FETCHED, REFUSED, FAILING, NOT_FOUND, UNREADABLE -> null;
    };
  }
}
