package dev.whence.web.pkg;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.web.facts.AskingAgain;
import dev.whence.web.facts.Differences;
import dev.whence.web.facts.EvidenceWords;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one package.
 *
 * @param sentence about the latest version; absent if no version is known
 * @param limit the limits of the sentence
 * @param latest the evidence of the latest version
 * @param latestPath its page
 * @param history the number of versions with provenance, and the first of them
 * @param source the repository in package.json beside the proven one
 * @param differences the differences of the latest version from the one before; absent if there are
 *     none
 * @param edits the last changes in the registry
 * @param strip all versions at a glance; absent for a handful
 * @param csv the versions as a table for machines
 * @param tags dist-tags, also those whose version does not exist
 * @param record when we crawled the package, and when we crawl it again
 */
public record PackageView(
    Frame frame,
    String name,
    @Nullable String description,
    @Nullable Sentence sentence,
    @Nullable String limit,
    @Nullable Evidence latest,
    @Nullable String latestPath,
    @Nullable Differences differences,
    @Nullable Sentence history,
    List<Note> notes,
    Card source,
    EventList edits,
    @Nullable Strip strip,
    VersionTable table,
    String csv,
    List<Card.Fact> facts,
    List<DistTag> tags,
    List<Card.Fact> record) {

  /**
   * The page.
   *
   * @param registry the package's registry; absent before the first crawl
   * @param young the versions whose missing attestations we ask for again
   */
  static PackageView of(
      PackageDetail detail,
      EventList edits,
      VersionFilter filter,
      int page,
      Frame frame,
      @Nullable String registry,
      AskingAgain.Young young) {
    String name = detail.name().value();
    @Nullable VersionSummary latest = detail.latest().orElse(null);
    ReleaseHistory history = ReleaseHistory.of(detail.versions());
    @Nullable Comparison compared = latest == null ? null : history.of(latest);
    List<VersionRow> rows = VersionRow.all(name, detail.versions(), history, frame);
    return new PackageView(
        frame,
        name,
        detail.description(),
        latest == null ? noLatest(detail) : EvidenceWords.ofLatest(latest),
        latest == null ? null : EvidenceWords.limit(latest, history, young),
        latest == null ? null : latest.evidence(),
        latest == null ? null : PagePaths.version(name, latest.version()),
        compared == null ? null : Differences.of(name, compared),
        ProvenanceHistory.of(name, detail.versions(), frame),
        notes(detail, frame),
        PackageFacts.source(detail, latest),
        edits,
        Strip.of(detail.versions(), frame),
        VersionTable.of(rows, PagePaths.forPackage(name), filter, page),
        ListPaths.versionsCsv(ListFilter.versions().with(VersionField.PACKAGE, name)),
        PackageFacts.of(detail, frame, registry),
        DistTag.of(detail),
        PackageFacts.record(detail, frame));
  }

  private static List<Note> notes(PackageDetail detail, Frame frame) {
    List<Note> notes = new ArrayList<>(TakedownNote.of(detail, frame));
    notes.addAll(NewestRemovedNote.of(detail));
    notes.addAll(CrawlNotes.of(detail, frame));
    return notes;
  }

  private static @Nullable Sentence noLatest(PackageDetail detail) {
    return detail.versions().isEmpty() && detail.distTags().isEmpty()
        ? null
        : DistTag.noLatest(detail);
  }
}
