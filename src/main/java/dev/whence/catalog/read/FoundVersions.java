package dev.whence.catalog.read;

import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.VersionField;

/**
 * Versions that a search found because the text is a commit, a run, a digest or a log entry.
 *
 * @param by the filter that found them; it lists all of them
 */
public record FoundVersions(ListFilter<VersionField> by, Page<ListedVersion> versions) {}
