package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import java.time.Instant;

/**
 * A crawl that ended without new facts.
 *
 * @param error the reason, in a sentence
 * @param parked whether the package failed so often that it is now tried only rarely
 */
public record CrawlFailure(
    PackageName name,
    CrawlStatus status,
    String error,
    Instant at,
    Instant nextTryAt,
    boolean parked) {}
