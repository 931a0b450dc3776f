package dev.whence.web.search;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.FoundVersions;
import dev.whence.catalog.Page;
import dev.whence.catalog.RepositorySummary;
import dev.whence.catalog.SearchHit;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.provenance.SourceAddress;
import dev.whence.web.facts.FilterWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param text what was searched for; empty for all packages
 * @param isCut the text was too long
 * @param hasPackages packages were found, or nothing was
 * @param count how many packages were found, in words
 * @param hits packages, the exact name first
 * @param repositories the first few of them
 * @param found versions by the commit, run, digest or log entry that the text can be
 * @param choices the evidence filter
 * @param advice what to do where nothing was found; absent where something was
 */
public record SearchView(
    Frame frame,
    String text,
    boolean isCut,
    boolean hasPackages,
    String count,
    List<HitRow> hits,
    List<RepositoryRow> repositories,
    long moreRepositories,
    List<FoundList> found,
    List<Choice> choices,
    Pager pager,
    @Nullable String advice) {

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

    /** It was crawled, and no version of it is the latest. */
    public boolean hasNoLatest() {
      return latestVersion == null && status == CrawlStatus.CRAWLED;
    }
  }

  /** A repository. */
  public record RepositoryRow(String name, String path, String packages) {}

  /**
   * Versions that were found by one thing that the text can be.
   *
   * @param sentence how many, by what
   * @param versions the newest of them
   */
  public record FoundList(Sentence sentence, List<VersionLink> versions) {}

  /** A version. */
  public record VersionLink(String name, String path, boolean isRemoved, Evidence evidence) {}

  /** An option of the filter. */
  public record Choice(String value, String title, boolean isSelected) {}

  static SearchView of(
      SearchText text,
      @Nullable EvidenceWord only,
      Page<SearchHit> packages,
      Page<RepositorySummary> repositories,
      List<FoundVersions> found,
      String path,
      Frame frame) {
    boolean hasOther = !found.isEmpty() || repositories.total() > 0;
    return new SearchView(
        frame,
        text.value(),
        text.isCut(),
        packages.total() > 0 || !hasOther,
        Amount.of(packages.total(), "package"),
        packages.items().stream().map(hit -> row(hit, text.value(), frame)).toList(),
        repositories.items().stream().map(SearchView::row).toList(),
        repositories.total() - repositories.items().size(),
        found.stream().map(SearchView::list).toList(),
        choices(only),
        Pager.of(packages, path),
        packages.total() == 0 && !hasOther ? advice(text.value(), only) : null);
  }

  private static FoundList list(FoundVersions found) {
    Sentence sentence =
        Sentence.write()
            .page(Lists.versions(found.by()), Amount.of(found.versions().total(), "version"))
            .words(" " + FilterWords.of(found.by()))
            .end();
    return new FoundList(
        sentence,
        found.versions().items().stream()
            .map(
                listed ->
                    new VersionLink(
                        listed.packageName() + "@" + listed.summary().version(),
                        Paths.version(listed.packageName(), listed.summary().version()),
                        listed.summary().removedAt() != null,
                        listed.summary().evidence()))
            .toList());
  }

  private static HitRow row(SearchHit hit, String text, Frame frame) {
    return new HitRow(
        hit.name(),
        Paths.forPackage(hit.name()),
        hit.name().equals(text),
        hit.description(),
        hit.status(),
        hit.latestVersion(),
        hit.takenDown(),
        hit.latestPublishedAt() == null ? null : frame.when(hit.latestPublishedAt()),
        hit.latestEvidence(),
        hit.downloadsLastMonth());
  }

  private static RepositoryRow row(RepositorySummary repository) {
    return new RepositoryRow(
        ProvenanceWords.name(repository.repository()),
        Paths.repository(repository.repository()),
        Amount.of(repository.packages(), "package"));
  }

  private static List<Choice> choices(@Nullable EvidenceWord only) {
    return EvidenceWord.bestFirst().stream()
        .map(word -> new Choice(word.text(), word.text(), word == only))
        .toList();
  }

  private static String advice(String text, @Nullable EvidenceWord only) {
    if (only != null) {
      return "No package whose latest version is “"
          + only.text()
          + "” was found. Try without the filter.";
    }
    if (text.isEmpty()) {
      return "The catalog is empty. Whoever runs this installation adds packages with:"
          + " ./whence up --packages NAME";
    }
    return PackageName.parse(text)
        .or(() -> PackageReference.read(text).map(PackageReference::name))
        .map(
            name ->
                "“"
                    + name
                    + "” is not in this catalog. It may exist on npm. Whoever runs this"
                    + " installation can add it with: ./whence up --packages "
                    + name)
        .orElseGet(() -> unread(text));
  }

  private static String unread(String text) {
    return SourceAddress.read(text) instanceof SourceAddress.None
        ? "We could not read “"
            + text
            + "” as a package name. You may paste: a name, name@version, purl, npmjs.com or"
            + " repository address, commit, run, sha512."
        : "Nothing in this catalog was built from “" + text + "”.";
  }
}
