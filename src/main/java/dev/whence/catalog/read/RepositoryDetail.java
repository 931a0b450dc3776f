package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One repository under all its names, and the packages that were built from it.
 *
 * @param repository under the requested name, or under its newest one
 * @param signed when provenance was signed under this name; absent without verified provenance
 * @param otherNames the same repository, by the forge's id, under its other names, the newest first
 * @param otherHolders other repositories that have or had this name, the newest first
 * @param packages built from it, most versions first
 * @param workflows that built them, most versions first
 * @param declaredOnly packages whose package.json names it, without provenance from it
 */
public record RepositoryDetail(
    SourceRepository repository,
    @Nullable Signed signed,
    List<OtherName> otherNames,
    List<OtherHolder> otherHolders,
    List<BuiltPackage> packages,
    List<BuiltBy> workflows,
    List<String> declaredOnly) {

  /** When the oldest and the newest verified provenance under a name were signed. */
  public record Signed(Instant first, Instant last) {}

  /**
   * Another name of the repository.
   *
   * @param isLater its newest verified provenance is newer than the newest under this name
   */
  public record OtherName(SourceRepository repository, Signed signed, boolean isLater) {}

  /** Another repository under the same name. */
  public record OtherHolder(SourceRepository repository, Signed signed) {}

  /**
   * A package, and its versions that this repository or workflow built.
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

  /** A workflow, and the number of packages and versions that it built. */
  public record BuiltBy(
      String path,
      long packages,
      long versions,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {}
}
