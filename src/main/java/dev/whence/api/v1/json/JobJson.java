package dev.whence.api.v1.json;

import dev.whence.catalog.state.JobRecord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a background job stands. */
@Schema(name = "Job", description = "How a background job stands, whichever process ran it.")
record JobJson(
    @Schema(
            description =
                "crawl, changes (the changes feed, and the planning of crawls), popularity (download"
                    + " counts), trust, trust-gaps, registry-keys, registry-silence,"
                    + " read-declarations,"
                    + " reverify, freshness or find-overdue.")
        String name,
    @Schema(description = "When it last succeeded; null if never.", nullable = true)
        @Nullable Instant lastSuccessAt,
    @Schema(description = "When it last failed; null if never.", nullable = true)
        @Nullable Instant lastFailureAt,
    @Schema(
            description =
                "When its first failure after its last success was; null where it does not fail.",
            nullable = true)
        @Nullable Instant failingSince,
    @Schema(
            description = "Why it last failed, in a sentence; it stays after a success.",
            nullable = true)
        @Nullable String reason,
    @Schema(
            description = "When it runs again; null for the crawl, which does not pause.",
            nullable = true)
        @Nullable Instant nextTryAt) {

  static JobJson of(JobRecord job) {
    return new JobJson(
        job.name().slug(),
        job.lastSuccessAt(),
        job.lastFailureAt(),
        job.failingSince(),
        job.reason(),
        job.nextAt());
  }
}
