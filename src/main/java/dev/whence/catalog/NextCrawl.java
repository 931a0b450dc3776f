package dev.whence.catalog;

import java.time.Instant;

/** When a package is due again after a success, and in which tier. */
public record NextCrawl(Instant at, RefreshTier tier) {}
