package dev.whence.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package's crawl record.
 *
 * @param error the last failure in a sentence; absent after a success, unless some attestation
 *     responses could not be fetched
 * @param attempts failures in a row, crawls that missed some responses included; 0 after a whole
 *     success
 * @param tier how soon it is looked at again; absent before the first success
 * @param parkedAt since when it is tried rarely, having failed too often; absent where it is not
 */
public record CrawlRecord(
    CrawlStatus status,
    @Nullable String error,
    int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextTryAt,
    @Nullable RefreshTier tier,
    @Nullable Instant parkedAt) {}
