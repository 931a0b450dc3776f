package dev.whence.catalog.read;

import dev.whence.catalog.CrawlStatus;
import org.jspecify.annotations.Nullable;

/**
 * A package in a list.
 *
 * @param latest the version that dist-tag {@code latest} points at; absent if there is none
 * @param takenDown the latest version is the placeholder of npm's security team
 * @param downloadsLastMonth absent if never asked
 */
public record PackageSummary(
    String name,
    @Nullable String description,
    CrawlStatus status,
    @Nullable VersionSummary latest,
    boolean takenDown,
    @Nullable Long downloadsLastMonth) {}
