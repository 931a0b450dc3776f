package dev.whence.catalog;

import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was built from one repository.
 *
 * @param otherNames the same repository, by the forge's number, under the names that it had before
 *     or after; the newest first
 * @param packages built from it, most versions first
 * @param workflows that built them, most versions first
 * @param declaredOnly names of packages that declare it but have no provenance from it
 */
public record RepositoryDetail(
    SourceRepository repository,
    List<OtherName> otherNames,
    List<BuiltPackage> packages,
    List<BuiltBy> workflows,
    List<String> declaredOnly) {

  /**
   * Another name of the repository.
   *
   * @param isLater the newest checked provenance under it was signed later than under this one
   */
  public record OtherName(SourceRepository repository, boolean isLater) {}

  /**
   * A package and what this repository (or workflow) built of it.
   *
   * @param versions built here
   * @param latestVersion the newest by semver built here
   */
  public record BuiltPackage(
      String name,
      long versions,
      long verified,
      String latestVersion,
      @Nullable Instant latestPublishedAt,
      Evidence latestEvidence) {}

  /** A workflow and how much it built. */
  public record BuiltBy(
      String path,
      long packages,
      long versions,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {}
}
