package dev.whence.web.repository;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.catalog.read.RepositoryDetail.BuiltBy;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.read.UnfetchedVersions;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.UnfetchedNote;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one repository, with the packages that were built from it.
 *
 * @param forge the repository at its forge; absent if we do not know the forge
 * @param forgeName {@code GitHub}
 * @param sentence how many packages were built from it, by how many workflows
 * @param names its earlier or later names, and the other repositories with its name; absent if
 *     there are none
 * @param declared packages whose package.json names it, without provenance from it
 * @param unfetched versions of its packages that we cannot tell of; absent if there are none
 * @param csv the versions that were built, as a table for machines
 */
public record RepositoryView(
    Frame frame,
    SourceRepository repository,
    @Nullable Link forge,
    String forgeName,
    Sentence sentence,
    @Nullable Sentence names,
    @Nullable Sentence unfetched,
    String csv,
    List<BuiltRow> packages,
    List<WorkflowRow> workflows,
    List<Declared> declared) {

  /** A workflow of the repository. */
  public record WorkflowRow(
      String file,
      String path,
      long packages,
      String packagesPath,
      long versions,
      String versionsPath,
      @Nullable When first,
      @Nullable When last) {}

  /** A package whose package.json names the repository. */
  public record Declared(String name, String path) {}

  static RepositoryView of(RepositoryDetail detail, UnfetchedVersions unfetched, Frames frames) {
    SourceRepository repository = detail.repository();
    String path = PagePaths.repository(repository);
    Frame frame =
        frames
            .frame(repository.owner() + "/" + repository.name(), path)
            .at(NavItem.REPOSITORIES)
            .withJson(JsonPaths.repository(repository));
    ListPaths.Built lists = ListPaths.builtFrom(repository);
    return new RepositoryView(
        frame,
        repository,
        Forge.repository(repository).orElse(null),
        Forge.title(repository.host()),
        sentence(detail),
        OtherNames.of(detail, frame),
        UnfetchedNote.of(unfetched),
        ListPaths.versionsCsv(lists.versions()),
        detail.packages().stream().map(built -> BuiltRow.of(built, lists, frame)).toList(),
        detail.workflows().stream().map(by -> workflow(repository, by, frame)).toList(),
        detail.declaredOnly().stream()
            .map(name -> new Declared(name, PagePaths.forPackage(name)))
            .toList());
  }

  private static Sentence sentence(RepositoryDetail detail) {
    if (detail.packages().isEmpty()) {
      return Sentence.of("No version in this catalog has provenance from this repository.");
    }
    return built(detail.packages(), ListPaths.builtFrom(detail.repository()))
        .words(" built here, by ")
        .page("#workflows", Amount.of(detail.workflows().size(), "workflow"))
        .words(". ")
        .end()
        .and(passed(detail.packages(), ListPaths.builtFrom(detail.repository())));
  }

  /** Begins the sentence about the versions that were built here. */
  static Sentence.Writer built(List<BuiltPackage> packages, ListPaths.Built lists) {
    long versions = packages.stream().mapToLong(BuiltPackage::versions).sum();
    return Sentence.write()
        .page(lists.versionsPath(), Amount.of(versions, "version"))
        .words(" of ")
        .page(lists.packagesPath(), Amount.of(packages.size(), "package"))
        .words(versions == 1 ? " was" : " were");
  }

  /** Says how many of these versions are verified. */
  static Sentence passed(List<BuiltPackage> packages, ListPaths.Built lists) {
    long versions = packages.stream().mapToLong(BuiltPackage::versions).sum();
    long verified = packages.stream().mapToLong(BuiltPackage::verified).sum();
    if (verified == versions) {
      return Sentence.of(all(versions));
    }
    return Sentence.write()
        .page(lists.checkedPath(), Amount.of(verified, "of them", "of them"))
        .words(verified == 1 ? " is verified" : " are verified")
        .words("; the provenance of the others is not verified.")
        .end();
  }

  private static String all(long versions) {
    if (versions == 1) {
      return "Its provenance is verified.";
    }
    return versions == 2
        ? "Both are verified."
        : "All " + Words.grouped(versions) + " are verified.";
  }

  private static WorkflowRow workflow(SourceRepository repository, BuiltBy by, Frame frame) {
    ListPaths.Built lists = ListPaths.builtBy(repository, by.path());
    return new WorkflowRow(
        by.path(),
        PagePaths.workflow(repository, by.path()),
        by.packages(),
        lists.packagesPath(),
        by.versions(),
        lists.versionsPath(),
        by.firstAt() == null ? null : frame.when(by.firstAt()),
        by.lastAt() == null ? null : frame.when(by.lastAt()));
  }
}
