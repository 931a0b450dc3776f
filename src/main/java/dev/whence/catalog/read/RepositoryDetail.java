package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was built from one repository, whatever names it had.
 *
 * @param repository under the name that was asked for, or under its newest
 * @param signed when under this name; absent where nothing verified was
 * @param otherNames the same repository, by the forge's id, under the names that it had before or
 *     after; the newest first
 * @param otherHolders other repositories that had or have this name; the newest first
 * @param packages built from it, most versions first
 * @param workflows that built them, most versions first
 * @param declaredOnly names of packages that declare it but have no provenance from it
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
   * @param isLater the newest verified provenance under it is newer than that under this one
   */
  public record OtherName(SourceRepository repository, Signed signed, boolean isLater) {}

  /** Another repository under the same name. */
  public record OtherHolder(SourceRepository repository, Signed signed) {}

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
