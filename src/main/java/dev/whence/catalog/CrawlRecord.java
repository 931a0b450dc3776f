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
 */
public record CrawlRecord(
    CrawlStatus status,
    @Nullable String error,
    int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextTryAt) {}
