package dev.whence.catalog.read;

import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.VersionField;

/**
 * Versions that a search found by what the text can be: a commit, a run, a digest, a log entry.
 *
 * @param by as what they were found; the same filter lists them all
 */
public record FoundVersions(ListFilter<VersionField> by, Page<ListedVersion> versions) {}
