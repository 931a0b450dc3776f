package dev.whence.catalog;

import java.time.Instant;

/** When a package is due again after a success, and as what. */
public record NextCrawl(Instant at, RefreshTier tier) {}
