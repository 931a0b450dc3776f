package dev.whence.api.v1.json;

import dev.whence.catalog.state.JobRecord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status of a background job. */
@Schema(name = "Job", description = "A background job, whichever process ran it.")
record JobJson(
    @Schema(
            description =
                "crawl, changes (the changes feed, and the planning of crawls), popularity (download"
                    + " counts), trust, trust-gaps, registry-keys, registry-silence,"
                    + " read-declarations,"
                    + " reverify, freshness or find-overdue.")
        String name,
    @Schema(description = "When it last succeeded. Null if never.", nullable = true)
        @Nullable Instant lastSuccessAt,
    @Schema(description = "When it last failed. Null if never.", nullable = true)
        @Nullable Instant lastFailureAt,
    @Schema(description = "When it began to fail. Null while it does not fail.", nullable = true)
        @Nullable Instant failingSince,
    @Schema(
            description = "Why it last failed, in a sentence. It stays after a success.",
            nullable = true)
        @Nullable String reason,
    @Schema(
            description = "When it runs again. Null for the crawl, which does not pause.",
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
