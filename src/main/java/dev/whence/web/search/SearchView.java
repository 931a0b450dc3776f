package dev.whence.web.search;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.read.FoundVersions;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.RepositorySummary;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.facts.DidYouMean;
import dev.whence.web.facts.FilterWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.form.FilterForm;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.NotHere;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param text the searched text; empty for all packages
 * @param hasPackages true if packages were found, or nothing at all
 * @param count the number of packages, in words
 * @param hits packages, the exact name first
 * @param repositories the first few of them
 * @param found versions whose commit, run, digest or log entry is the text
 * @param note a version in the text that the catalog does not have, or packages with almost that
 *     name; absent if there is none
 * @param nothing what to do if nothing was found; absent if something was found
 */
public record SearchView(
    Frame frame,
    String text,
    FilterForm form,
    boolean hasPackages,
    String count,
    List<HitRow> hits,
    List<RepositoryRow> repositories,
    long moreRepositories,
    List<FoundList> found,
    Pager pager,
    @Nullable Sentence note,
    @Nullable NotHere nothing) {

  /** A package. */
  public record HitRow(
      String name,
      String path,
      boolean isExact,
      @Nullable String description,
      CrawlStatus status,
      @Nullable String latestVersion,
      boolean isTakenDown,
      @Nullable When published,
      @Nullable Evidence evidence,
      @Nullable Long downloads) {

    /** It was crawled, but no version is the latest. */
    public boolean hasNoLatest() {
      return latestVersion == null && status == CrawlStatus.CRAWLED;
    }
  }

  /** A repository. */
  public record RepositoryRow(String name, String path, String packages) {}

  /**
   * Versions that were found because the text is, for example, a commit.
   *
   * @param sentence how many were found, and by what
   * @param versions the newest of them
   */
  public record FoundList(Sentence sentence, List<VersionLink> versions) {}

  /** A version. */
  public record VersionLink(
      String packageName, String version, String path, boolean isRemoved, Evidence evidence) {}

  static SearchView of(ListFilter<PackageField> filter, Found found, String path, Frame frame) {
    String text = filter.get(PackageField.TEXT).orElse("");
    boolean isNothing = found.packages().total() == 0 && !found.hasOther();
    return new SearchView(
        frame,
        text,
        form(filter),
        found.packages().total() > 0 || !found.hasOther(),
        Amount.of(found.packages().total(), "package"),
        found.packages().items().stream().map(hit -> row(hit, text, frame)).toList(),
        found.repositories().items().stream().map(SearchView::row).toList(),
        found.repositories().total() - found.repositories().items().size(),
        found.versions().stream().map(SearchView::list).toList(),
        Pager.of(found.packages(), path),
        found.near().isEmpty()
            ? SearchAdvice.unknownVersion(found.unknownVersion())
            : DidYouMean.of(found.near()),
        isNothing ? SearchAdvice.nothing(filter, frame) : null);
  }

  private static FilterForm form(ListFilter<PackageField> filter) {
    Map<String, String> values = new HashMap<>();
    filter.values().forEach((field, value) -> values.put(field.slug(), value));
    return FilterForm.of(SearchPages.PATH, SearchPages.PARAMETERS, values, List.of());
  }

  private static FoundList list(FoundVersions found) {
    Sentence sentence =
        Sentence.write()
            .page(ListPaths.versions(found.by()), Amount.of(found.versions().total(), "version"))
            .words(" · " + FilterWords.of(found.by()))
            .end();
    return new FoundList(
        sentence,
        found.versions().items().stream()
            .map(
                listed ->
                    new VersionLink(
                        listed.packageName(),
                        listed.summary().version(),
                        PagePaths.version(listed.packageName(), listed.summary().version()),
                        listed.summary().removedAt() != null,
                        listed.summary().evidence()))
            .toList());
  }

  private static HitRow row(PackageSummary hit, String text, Frame frame) {
    @Nullable VersionSummary latest = hit.latest();
    return new HitRow(
        hit.name(),
        PagePaths.forPackage(hit.name()),
        hit.name().equals(text),
        hit.description(),
        hit.status(),
        latest == null ? null : latest.version(),
        hit.takenDown(),
        latest == null || latest.publishedAt() == null ? null : frame.when(latest.publishedAt()),
        latest == null ? null : latest.evidence(),
        hit.downloadsLastMonth());
  }

  private static RepositoryRow row(RepositorySummary repository) {
    return new RepositoryRow(
        ProvenanceWords.name(repository.repository()),
        PagePaths.repository(repository.repository()),
        Amount.of(repository.packages(), "package"));
  }
}
