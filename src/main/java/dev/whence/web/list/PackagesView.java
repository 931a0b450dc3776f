package dev.whence.web.list;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.form.FormField;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.When;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of packages, with the requested filter and order. */
public record PackagesView(
    Frame frame, ListHead head, List<Heading> headings, List<Row> rows, Pager pager) {

  static final PageParameters PARAMETERS =
      PageParameters.of(
          List.of(
              FormField.of(PackageField.TEXT, "Part of the name"),
              FormField.of(PackageField.EVIDENCE, "Latest version is"),
              FormField.of(PackageField.LEVEL, "SLSA level"),
              FormField.of(PackageField.PROVIDER, "CI service"),
              FormField.order(PackageOrder.class, orders())),
          QueryParameter.all(
              QueryParameter.of(PackageField.class), List.of(QueryParameter.page())));

  /**
   * A package.
   *
   * @param latest the version with dist-tag {@code latest}; absent if there is none
   * @param isTakenDown the latest version is the placeholder of npm's security team
   * @param evidence of the latest version
   * @param level absent unless proven
   * @param isClaim nothing proves the service
   */
  public record Row(
      String name,
      String path,
      @Nullable String latest,
      @Nullable String latestPath,
      boolean isTakenDown,
      CrawlStatus status,
      @Nullable Evidence evidence,
      @Nullable SlsaLevel level,
      @Nullable String service,
      boolean isClaim,
      @Nullable When published,
      @Nullable Long downloads) {

    /** It was crawled, but no version is the latest. */
    public boolean hasNoLatest() {
      return latest == null && status == CrawlStatus.CRAWLED;
    }
  }

  static PackagesView of(
      Page<PackageSummary> page, ListFilter<PackageField> filter, PackageOrder order, Frame frame) {
    ListHead head =
        ListHead.of(
            ListPaths.PACKAGES,
            page.total(),
            Amount.of(page.total(), "package"),
            filter,
            filter,
            order,
            PARAMETERS);
    return new PackagesView(
        frame.withJson(head.json()),
        head,
        headings(filter, order),
        page.items().stream().map(summary -> row(summary, frame)).toList(),
        Pager.of(page, ListPaths.PACKAGES + ListPaths.query(filter, order)));
  }

  private static Map<PackageOrder, String> orders() {
    Map<PackageOrder, String> words = new EnumMap<>(PackageOrder.class);
    words.put(PackageOrder.MATCH, "best match first");
    words.put(PackageOrder.DOWNLOADS, "most downloads first");
    words.put(PackageOrder.NAME, "by name");
    words.put(PackageOrder.PUBLISHED, "last published first");
    return words;
  }

  private static List<Heading> headings(ListFilter<PackageField> filter, PackageOrder order) {
    return List.of(
        heading("Package", PackageOrder.NAME, "ascending", filter, order),
        Heading.plain("Latest"),
        Heading.plain("Provenance"),
        Heading.plain("SLSA"),
        Heading.plain("CI service"),
        heading("Published", PackageOrder.PUBLISHED, "descending", filter, order),
        heading("Downloads last month", PackageOrder.DOWNLOADS, "descending", filter, order));
  }

  private static Heading heading(
      String title,
      PackageOrder by,
      String direction,
      ListFilter<PackageField> filter,
      PackageOrder current) {
    return new Heading(
        title,
        ListPaths.PACKAGES + ListPaths.query(filter, by),
        by == current || isUsual(by, current, filter) ? direction : null,
        by == PackageOrder.DOWNLOADS);
  }

  /** Without a searched name, the order is by downloads. */
  private static boolean isUsual(
      PackageOrder by, PackageOrder current, ListFilter<PackageField> filter) {
    return by == PackageOrder.DOWNLOADS
        && current == PackageOrder.MATCH
        && filter.get(PackageField.TEXT).isEmpty();
  }

  private static Row row(PackageSummary summary, Frame frame) {
    @Nullable VersionSummary latest = summary.latest();
    return new Row(
        summary.name(),
        PagePaths.forPackage(summary.name()),
        latest == null ? null : latest.version(),
        latest == null ? null : PagePaths.version(summary.name(), latest.version()),
        summary.takenDown(),
        summary.status(),
        latest == null ? null : latest.evidence(),
        latest == null ? null : latest.level(),
        latest == null ? null : VersionsView.service(latest),
        latest != null && VersionsView.isClaim(latest),
        latest == null || latest.publishedAt() == null ? null : frame.when(latest.publishedAt()),
        summary.downloadsLastMonth());
  }
}
