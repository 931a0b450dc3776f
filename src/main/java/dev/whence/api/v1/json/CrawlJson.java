package dev.whence.api.v1.json;

import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.RefreshTier;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package's crawl record. */
@Schema(name = "Crawl", description = "How the latest crawl of a package ended.")
record CrawlJson(
    @Schema(implementation = CrawlStatus.class) String status,
    @Schema(description = "The last failure in a sentence. Null after a success.", nullable = true)
        @Nullable String error,
    @Schema(description = "Failures in a row since the last success.") int attempts,
    @Schema(description = "When it was last tried.", nullable = true) @Nullable Instant attemptedAt,
    @Schema(description = "When we last found the facts to be current.", nullable = true)
        @Nullable Instant crawledAt,
    @Schema(description = "When it is tried again.", nullable = true) @Nullable Instant nextTryAt,
    @Schema(
            description = "How soon we crawl it again. Null before the first success.",
            implementation = RefreshTier.class,
            nullable = true)
        @Nullable String tier,
    @Schema(
            description =
                "Since when we try rarely, because it failed too often in a row. Otherwise"
                    + " null.",
            nullable = true)
        @Nullable Instant parkedAt,
    @Schema(
            description =
                "Versions whose attestations we could not fetch. The list of failures has"
                    + " each of them with its next try.")
        int attestationsOutstanding) {

  static CrawlJson of(CrawlRecord crawl) {
    return new CrawlJson(
        Slug.of(crawl.status()),
        crawl.error(),
        crawl.attempts(),
        crawl.lastAttemptAt(),
        crawl.lastSuccessAt(),
        crawl.nextTryAt(),
        crawl.tier() == null ? null : Slug.of(crawl.tier()),
        crawl.parkedAt(),
        crawl.outstanding());
  }
}
