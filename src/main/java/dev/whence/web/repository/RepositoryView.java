package dev.whence.web.repository;

import dev.whence.catalog.RepositoryDetail;
import dev.whence.catalog.RepositoryDetail.BuiltBy;
import dev.whence.catalog.RepositoryDetail.BuiltPackage;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was built from one repository.
 *
 * @param forge the repository at its forge; absent where we do not know the forge
 * @param sentence what was built from it, by how many workflows
 * @param declared packages that declare it and have no provenance from it
 */
public record RepositoryView(
    Frame frame,
    SourceRepository repository,
    @Nullable Link forge,
    String sentence,
    List<BuiltRow> packages,
    List<WorkflowRow> workflows,
    List<Declared> declared) {

  /** A workflow of the repository. */
  public record WorkflowRow(
      String file,
      String path,
      long packages,
      long versions,
      @Nullable When first,
      @Nullable When last) {}

  /** A package that declares the repository. */
  public record Declared(String name, String path) {}

  static RepositoryView of(RepositoryDetail detail, Frames frames) {
    SourceRepository repository = detail.repository();
    String path = Paths.repository(repository);
    Frame frame =
        frames
            .frame(repository.owner() + "/" + repository.name(), path)
            .at(NavItem.REPOSITORIES)
            .withJson(Paths.repositoryJson(repository));
    return new RepositoryView(
        frame,
        repository,
        Forge.repository(repository).orElse(null),
        sentence(detail),
        detail.packages().stream().map(built -> BuiltRow.of(built, frame)).toList(),
        detail.workflows().stream().map(by -> workflow(repository, by, frame)).toList(),
        detail.declaredOnly().stream()
            .map(name -> new Declared(name, Paths.forPackage(name)))
            .toList());
  }

  private static String sentence(RepositoryDetail detail) {
    if (detail.packages().isEmpty()) {
      return "No version in this catalog has provenance from this repository.";
    }
    long versions = detail.packages().stream().mapToLong(BuiltPackage::versions).sum();
    long verified = detail.packages().stream().mapToLong(BuiltPackage::verified).sum();
    return built(versions, detail.packages().size())
        + " from this repository, by "
        + Amount.of(detail.workflows().size(), "workflow")
        + ". "
        + passed(versions, verified);
  }

  /** Who states to have been built. */
  static String built(long versions, long packages) {
    return Amount.of(versions, "version")
        + " of "
        + Amount.of(packages, "package")
        + (versions == 1 ? " states that it was built" : " state that they were built");
  }

  /** How far the checks bear it out. */
  static String passed(long versions, long verified) {
    if (verified == versions) {
      return versions == 1 ? "Every check of it passed." : "Every check of every one passed.";
    }
    return "Every check passed for " + Amount.of(verified, "of them", "of them") + ".";
  }

  private static WorkflowRow workflow(SourceRepository repository, BuiltBy by, Frame frame) {
    return new WorkflowRow(
        by.path(),
        Paths.workflow(repository, by.path()),
        by.packages(),
        by.versions(),
        by.firstAt() == null ? null : frame.when(by.firstAt()),
        by.lastAt() == null ? null : frame.when(by.lastAt()));
  }
}
