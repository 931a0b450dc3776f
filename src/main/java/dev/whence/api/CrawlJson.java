package dev.whence.api;

import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package's crawl record. */
@Schema(name = "Crawl", description = "How the latest crawl of a package ended.")
record CrawlJson(
    @Schema(implementation = CrawlStatus.class) String status,
    @Schema(description = "The last failure in a sentence; null after a success.", nullable = true)
        @Nullable String error,
    @Schema(description = "Failures in a row since the last success.") int attempts,
    @Schema(description = "When it was last tried.", nullable = true) @Nullable Instant attemptedAt,
    @Schema(description = "When the facts shown were last found to be current.", nullable = true)
        @Nullable Instant crawledAt,
    @Schema(description = "When it is tried again.", nullable = true) @Nullable Instant nextTryAt) {

  static CrawlJson of(CrawlRecord crawl) {
    return new CrawlJson(
        Slug.of(crawl.status()),
        crawl.error(),
        crawl.attempts(),
        crawl.lastAttemptAt(),
        crawl.lastSuccessAt(),
        crawl.nextTryAt());
  }
}
