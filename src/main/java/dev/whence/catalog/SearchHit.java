package dev.whence.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package that a search found, with the evidence of its latest version.
 *
 * @param takenDown the latest version is the placeholder of npm's security team
 */
public record SearchHit(
    String name,
    @Nullable String description,
    CrawlStatus status,
    @Nullable String latestVersion,
    @Nullable Instant latestPublishedAt,
    @Nullable Evidence latestEvidence,
    boolean takenDown,
    @Nullable Long downloadsLastMonth) {}
