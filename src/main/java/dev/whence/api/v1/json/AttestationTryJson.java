package dev.whence.api.v1.json;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.EvidenceReason;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last try to fetch attestations, if it failed. */
@Schema(
    name = "AttestationTry",
    description =
        "The tries to fetch attestations that the registry lists, and that we could not"
            + " fetch.")
record AttestationTryJson(
    @Schema(description = "refused or failing.", implementation = EvidenceReason.class)
        String state,
    @Schema(description = "Failures in a row.") int attempts,
    @Schema(description = "Why the last one failed, in a sentence.") String reason,
    @Schema(description = "When the first of them was.") Instant failingSince,
    @Schema(description = "When we last asked for them.") Instant attemptedAt,
    @Schema(description = "When we ask for them again.") Instant nextTryAt,
    @Schema(
            description =
                "Since when we ask rarely, because it failed too often in a row. Otherwise"
                    + " null.",
            nullable = true)
        @Nullable Instant parkedAt) {

  static @Nullable AttestationTryJson ofNullable(
      @Nullable AttestationTry attempt, CrawlRecord crawl) {
    return attempt == null
        ? null
        : new AttestationTryJson(
            Slug.of(attempt.why()),
            attempt.attempts(),
            attempt.reason(),
            attempt.since(),
            attempt.lastAt(),
            attempt.nextAt(crawl),
            attempt.parkedAt());
  }
}
