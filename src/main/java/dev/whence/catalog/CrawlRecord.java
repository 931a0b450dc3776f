package dev.whence.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package's crawl record.
 *
 * @param error the last failure in a sentence; absent after a success
 * @param attempts failures in a row; 0 after a success
 * @param tier how soon it is crawled again; absent before the first success
 * @param parkedAt since when it is tried rarely, after too many failures; otherwise absent
 * @param outstanding versions whose attestations could not be fetched, each with its own next try
 */
public record CrawlRecord(
    CrawlStatus status,
    @Nullable String error,
    int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextTryAt,
    @Nullable RefreshTier tier,
    @Nullable Instant parkedAt,
    int outstanding) {}
