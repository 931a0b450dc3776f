package dev.whence.web.repository;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.ListedVersion;
import dev.whence.catalog.read.UnfetchedVersions;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.catalog.read.WorkflowDetail;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.facts.UnfetchedNote;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one workflow, with the packages that it built.
 *
 * @param repositoryPath our page of the workflow's repository
 * @param file the build definition's path in the repository
 * @param unfetched versions of its packages that we cannot tell of; absent if there are none
 * @param csv the versions that were built, as a table for machines
 */
public record WorkflowView(
    Frame frame,
    SourceRepository repository,
    String repositoryPath,
    String file,
    Sentence sentence,
    @Nullable Sentence unfetched,
    String csv,
    List<BuiltRow> packages,
    List<VersionRow> versions,
    Pager pager) {

  /** A version that the workflow built. */
  public record VersionRow(
      String packageName,
      String version,
      String path,
      @Nullable When published,
      boolean isRemoved,
      @Nullable Digest commit,
      @Nullable String ref,
      @Nullable String trigger,
      Evidence evidence) {}

  static WorkflowView of(WorkflowDetail detail, UnfetchedVersions unfetched, Frames frames) {
    SourceRepository repository = detail.repository();
    String path = PagePaths.workflow(repository, detail.path());
    Frame frame =
        frames
            .frame(detail.path() + " of " + repository.owner() + "/" + repository.name(), path)
            .at(NavItem.REPOSITORIES)
            .withJson(JsonPaths.workflow(repository, detail.path()));
    ListPaths.Built lists = ListPaths.builtBy(repository, detail.path());
    return new WorkflowView(
        frame,
        repository,
        PagePaths.repository(repository),
        detail.path(),
        RepositoryView.built(detail.packages(), lists)
            .words(" built by this workflow. ")
            .end()
            .and(RepositoryView.passed(detail.packages(), lists)),
        UnfetchedNote.of(unfetched),
        ListPaths.versionsCsv(lists.versions()),
        detail.packages().stream().map(built -> BuiltRow.of(built, lists, frame)).toList(),
        detail.versions().items().stream().map(built -> row(built, frame)).toList(),
        Pager.of(detail.versions(), path));
  }

  private static VersionRow row(ListedVersion built, Frame frame) {
    VersionSummary summary = built.summary();
    @Nullable Provenance provenance = summary.provenance();
    @Nullable String commit = provenance == null ? null : provenance.commit();
    return new VersionRow(
        built.packageName(),
        summary.version(),
        PagePaths.version(built.packageName(), summary.version()),
        summary.publishedAt() == null ? null : frame.when(summary.publishedAt()),
        summary.removedAt() != null,
        commit == null ? null : Digest.commit(commit),
        provenance == null || provenance.ref() == null
            ? null
            : ProvenanceWords.ref(provenance.ref()),
        provenance == null ? null : provenance.trigger(),
        summary.evidence());
  }
}
