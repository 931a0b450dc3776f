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
 * @param removedAt when we noticed that the registry no longer has it; absent while it has
 * @param distTags the dist-tags that point at it
 * @param deprecated the deprecation message; absent unless deprecated
 * @param publisher the npm account or CI that published
 * @param trustedPublisher {@code github}, {@code gitlab}; absent unless published so
 * @param provenance the normalised provenance; absent unless one was read
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
   * Whether it has a provenance attestation, whatever it is worth; null where nobody can say.
   * Queries ask {@code FilterConditions.WITH_PROVENANCE}.
   */
  public @Nullable Boolean hasProvenance() {
    if (provenance != null) {
      return true;
    }
    return switch (evidence) {
      case NONE, PUBLISH_ONLY -> false;
      // Decided by attestations of other kinds: all that is served was read.
      case REJECTED, INCONCLUSIVE, VERIFIED, NOT_CHECKED -> false;
      case UNKNOWN, REMOVED, NOT_FETCHED, REFUSED, FAILING, NOT_FOUND, UNREADABLE -> null;
    };
  }
}
