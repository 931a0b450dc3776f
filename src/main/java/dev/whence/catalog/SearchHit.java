package dev.whence.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A package that a search found, with the evidence of its latest version. */
public record SearchHit(
    String name,
    @Nullable String description,
    CrawlStatus status,
    @Nullable String latestVersion,
    @Nullable Instant latestPublishedAt,
    @Nullable Evidence latestEvidence,
    @Nullable Long downloadsLastMonth) {}
