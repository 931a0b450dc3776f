package dev.whence.web.home;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.ListedVersion;
import dev.whence.catalog.read.Overview;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home page.
 *
 * @param figures the numbers of the catalog, each with a link to the counted items
 * @param arrivals the latest versions with provenance
 * @param lastCrawl when a crawl last succeeded; absent if none has
 */
public record HomeView(
    Frame frame,
    boolean isEmpty,
    List<Figure> figures,
    List<ArrivalRow> arrivals,
    @Nullable When lastCrawl) {

  /** A number with its words. */
  public record Figure(long number, String words, String path) {}

  /** A version with provenance. */
  public record ArrivalRow(
      String name,
      String version,
      String packagePath,
      String path,
      @Nullable When published,
      boolean isRemoved,
      Evidence evidence,
      @Nullable String source,
      @Nullable String sourcePath) {}

  static HomeView of(Overview overview, Frame frame) {
    return new HomeView(
        frame,
        overview.packages() == 0,
        figures(overview),
        overview.arrivals().stream().map(arrival -> row(arrival, frame)).toList(),
        overview.lastCrawlAt() == null ? null : frame.when(overview.lastCrawlAt()));
  }

  private static List<Figure> figures(Overview overview) {
    return List.of(
        new Figure(overview.packages(), "packages", ListPaths.PACKAGES),
        new Figure(overview.repositories(), "source repositories", PagePaths.REPOSITORIES),
        new Figure(
            overview.versionsWithProvenance(),
            "versions with provenance",
            ListPaths.versions(ListFilter.versions().with(VersionField.PROVENANCE, "yes"))),
        new Figure(
            overview.versionsVerified(),
            "of them verified",
            ListPaths.versions(EvidenceWord.VERIFIED)),
        new Figure(
            overview.versionsRejected(),
            "of them rejected",
            ListPaths.versions(EvidenceWord.REJECTED)));
  }

  private static ArrivalRow row(ListedVersion arrival, Frame frame) {
    String name = arrival.packageName();
    String version = arrival.summary().version();
    @Nullable Provenance provenance = arrival.summary().provenance();
    @Nullable SourceRepository source = provenance == null ? null : provenance.source();
    return new ArrivalRow(
        name,
        version,
        PagePaths.forPackage(name),
        PagePaths.version(name, version),
        arrival.summary().publishedAt() == null
            ? null
            : frame.when(arrival.summary().publishedAt()),
        arrival.summary().removedAt() != null,
        arrival.summary().evidence(),
        source == null ? null : Forge.shortName(source),
        source == null ? null : PagePaths.repository(source));
  }
}
