package dev.whence.registry.npm;

import dev.whence.provenance.PackageName;

/**
 * A line of the changes feed: something about the package is new, the feed does not say what.
 *
 * @param deleted the package is gone
 */
public record FeedChange(PackageName name, boolean deleted) {}
