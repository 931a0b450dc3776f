package dev.whence.api.v1.json;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.EvidenceReason;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it stands with attestations that could not be fetched. */
@Schema(
    name = "AttestationTry",
    description = "How it stands with attestations that are advertised and could not be fetched.")
record AttestationTryJson(
    @Schema(description = "refused or failing.", implementation = EvidenceReason.class)
        String state,
    @Schema(description = "Failures in a row.") int attempts,
    @Schema(description = "Why the last one failed, in a sentence.") String reason,
    @Schema(description = "When the first of them was.") Instant failingSince,
    @Schema(description = "When they were last asked for.") Instant attemptedAt,
    @Schema(description = "When they are asked for again.") Instant nextTryAt,
    @Schema(
            description =
                "Since when they are asked for rarely, having failed too often in a row; null where"
                    + " not.",
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
