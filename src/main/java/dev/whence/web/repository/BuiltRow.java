package dev.whence.web.repository;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * A package in the list of packages that a repository or workflow built.
 *
 * @param verified the number of versions built here that passed every check
 * @param latest the newest version by semver built here
 */
public record BuiltRow(
    String name,
    String path,
    long versions,
    String versionsPath,
    long verified,
    String verifiedPath,
    String latest,
    String latestPath,
    @Nullable When published,
    Evidence evidence) {

  static BuiltRow of(BuiltPackage built, ListPaths.Built lists, Frame frame) {
    ListPaths.Built ofIt = lists.of(built.name());
    return new BuiltRow(
        built.name(),
        PagePaths.forPackage(built.name()),
        built.versions(),
        ofIt.versionsPath(),
        built.verified(),
        ofIt.checkedPath(),
        built.latestVersion(),
        PagePaths.version(built.name(), built.latestVersion()),
        built.latestPublishedAt() == null ? null : frame.when(built.latestPublishedAt()),
        built.latestEvidence());
  }
}
