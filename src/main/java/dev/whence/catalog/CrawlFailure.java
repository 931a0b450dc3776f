package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import java.time.Instant;

/**
 * A crawl that ended without new facts.
 *
 * @param error in a sentence
 * @param parked whether it has failed so often that it is tried rarely from now on
 */
public record CrawlFailure(
    PackageName name,
    CrawlStatus status,
    String error,
    Instant at,
    Instant nextTryAt,
    boolean parked) {}
