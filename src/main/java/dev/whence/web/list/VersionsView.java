package dev.whence.web.list;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.ListFilter;
import dev.whence.catalog.ListedVersion;
import dev.whence.catalog.Page;
import dev.whence.catalog.VersionField;
import dev.whence.catalog.VersionOrder;
import dev.whence.catalog.VersionSummary;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.When;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Versions of all packages, narrowed and ordered as was asked for. */
public record VersionsView(
    Frame frame, ListHead head, List<Heading> headings, List<Row> rows, Pager pager) {

  /**
   * A version.
   *
   * @param isRemoved whether the registry no longer has it
   * @param source {@code nuxt/nuxt}; absent without readable provenance
   * @param level absent unless proven
   */
  public record Row(
      String packageName,
      String version,
      String path,
      @Nullable When published,
      boolean isRemoved,
      Evidence evidence,
      @Nullable SlsaLevel level,
      @Nullable String service,
      @Nullable String source,
      @Nullable String sourcePath,
      @Nullable Digest commit) {}

  static VersionsView of(
      Page<ListedVersion> page, ListFilter<VersionField> filter, VersionOrder order, Frame frame) {
    FilterForm form =
        FilterForm.of(Lists.VERSIONS, filter, labels(), new FilterForm.Order<>(orders(), order));
    ListHead head =
        ListHead.of(
            Lists.VERSIONS, page.total(), Amount.of(page.total(), "version"), filter, order, form);
    return new VersionsView(
        frame.withJson(head.json()),
        head,
        headings(filter, order),
        page.items().stream().map(listed -> row(listed, frame)).toList(),
        Pager.of(page, Lists.VERSIONS + filter.query(order)));
  }

  private static Map<VersionField, String> labels() {
    Map<VersionField, String> labels = new LinkedHashMap<>();
    labels.put(VersionField.PACKAGE, "Package");
    labels.put(VersionField.EVIDENCE, "State");
    labels.put(VersionField.REMOVED, "Removed");
    labels.put(VersionField.LEVEL, "SLSA level");
    labels.put(VersionField.PROVIDER, "CI service");
    labels.put(VersionField.FROM, "Published from");
    labels.put(VersionField.TO, "up to");
    return labels;
  }

  private static Map<VersionOrder, String> orders() {
    Map<VersionOrder, String> words = new EnumMap<>(VersionOrder.class);
    words.put(VersionOrder.NEWEST, "newest first");
    words.put(VersionOrder.OLDEST, "oldest first");
    words.put(VersionOrder.PACKAGE, "by package");
    return words;
  }

  private static List<Heading> headings(ListFilter<VersionField> filter, VersionOrder order) {
    VersionOrder other = order == VersionOrder.NEWEST ? VersionOrder.OLDEST : VersionOrder.NEWEST;
    return List.of(
        new Heading(
            "Version",
            Lists.VERSIONS + filter.query(VersionOrder.PACKAGE),
            order == VersionOrder.PACKAGE ? "ascending" : null,
            false),
        new Heading(
            "Published",
            Lists.VERSIONS + filter.query(other),
            switch (order) {
              case NEWEST -> "descending";
              case OLDEST -> "ascending";
              case PACKAGE -> null;
            },
            false),
        Heading.plain("Its provenance"),
        Heading.plain("SLSA level"),
        Heading.plain("CI service"),
        Heading.plain("Source repository"),
        Heading.plain("Commit"));
  }

  private static Row row(ListedVersion listed, Frame frame) {
    VersionSummary version = listed.summary();
    @Nullable Provenance provenance = version.provenance();
    @Nullable SourceRepository source = provenance == null ? null : provenance.source();
    return new Row(
        listed.packageName(),
        version.version(),
        Paths.version(listed.packageName(), version.version()),
        version.publishedAt() == null ? null : frame.when(version.publishedAt()),
        version.removedAt() != null,
        version.evidence(),
        version.level(),
        service(version),
        source == null ? null : ProvenanceWords.name(source),
        source == null ? null : Paths.repository(source),
        provenance == null || provenance.commit() == null
            ? null
            : Digest.commit(provenance.commit()));
  }

  /** The CI service that the provenance names. */
  static @Nullable String service(VersionSummary version) {
    @Nullable Provenance provenance = version.provenance();
    return provenance == null || provenance.builder() == null
        ? null
        : provenance.builder().provider().title();
  }
}
