package dev.whence.web.list;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.read.ListedVersion;
import dev.whence.catalog.read.UnfetchedVersions;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.UnfetchedNote;
import dev.whence.web.form.FormField;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of versions of all packages, with the requested filter and order.
 *
 * @param unfetched versions that the list might have, if we had fetched them; absent if there are
 *     none
 */
public record VersionsView(
    Frame frame,
    ListHead head,
    @Nullable Sentence unfetched,
    List<Heading> headings,
    List<Row> rows,
    Pager pager) {

  static final PageParameters PARAMETERS =
      PageParameters.of(
          List.of(
              FormField.of(VersionField.PACKAGE, "Package"),
              FormField.of(VersionField.EVIDENCE, "Provenance"),
              FormField.of(VersionField.REMOVED, "Removed from npm"),
              FormField.of(VersionField.LEVEL, "SLSA level"),
              FormField.of(VersionField.PROVIDER, "CI service"),
              FormField.of(VersionField.FROM, "Published from (UTC)"),
              FormField.of(VersionField.TO, "to").closely(),
              FormField.order(VersionOrder.class, orders())),
          QueryParameter.all(
              QueryParameter.of(VersionField.class), List.of(QueryParameter.page())));

  /**
   * A version.
   *
   * @param isRemoved whether the registry no longer has it
   * @param isClaim nothing proves the service, the source and the commit
   * @param source {@code nuxt/nuxt}, with the host if it is not GitHub; absent without provenance
   * @param level absent unless proven
   */
  public record Row(
      String packageName,
      String version,
      String path,
      @Nullable When published,
      boolean isRemoved,
      Evidence evidence,
      boolean isClaim,
      @Nullable SlsaLevel level,
      @Nullable String service,
      @Nullable String source,
      @Nullable String sourcePath,
      @Nullable Digest commit) {}

  /** A version with provenance can be verified or not, so the count says how many are verified. */
  static boolean tellsStates(ListFilter<VersionField> filter) {
    return filter.get(VersionField.PROVENANCE).filter("yes"::equals).isPresent()
        && filter.get(VersionField.EVIDENCE).isEmpty();
  }

  /**
   * The page.
   *
   * @param states the number of versions of the whole list in each state; empty if it is not shown
   */
  static VersionsView of(
      Page<ListedVersion> page,
      Map<EvidenceWord, Long> states,
      UnfetchedVersions unfetched,
      ListFilter<VersionField> filter,
      VersionOrder order,
      Frame frame) {
    ListFilter<VersionField> said =
        states.isEmpty() ? filter : filter.without(VersionField.PROVENANCE);
    ListHead head =
        ListHead.of(
            ListPaths.VERSIONS,
            page.total(),
            Amount.of(page.total(), "version") + worth(states),
            said,
            filter,
            order,
            PARAMETERS);
    return new VersionsView(
        frame.withJson(head.json()),
        head,
        UnfetchedNote.of(unfetched),
        headings(filter, order),
        page.items().stream().map(listed -> row(listed, frame)).toList(),
        Pager.of(page, ListPaths.VERSIONS + ListPaths.query(filter, order)));
  }

  /** {@code with provenance (123 verified, 2 rejected)}. */
  private static String worth(Map<EvidenceWord, Long> states) {
    return states.isEmpty()
        ? ""
        : EvidenceWord.bestFirst().stream()
            .filter(states::containsKey)
            .map(word -> Words.grouped(states.getOrDefault(word, 0L)) + " " + word.text())
            .collect(Collectors.joining(", ", " with provenance (", ")"));
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
            ListPaths.VERSIONS + ListPaths.query(filter, VersionOrder.PACKAGE),
            order == VersionOrder.PACKAGE ? "ascending" : null,
            false),
        new Heading(
            "Published",
            ListPaths.VERSIONS + ListPaths.query(filter, other),
            switch (order) {
              case NEWEST -> "descending";
              case OLDEST -> "ascending";
              case PACKAGE -> null;
            },
            false),
        Heading.plain("Provenance"),
        Heading.plain("SLSA"),
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
        PagePaths.version(listed.packageName(), version.version()),
        version.publishedAt() == null ? null : frame.when(version.publishedAt()),
        version.removedAt() != null,
        version.evidence(),
        isClaim(version),
        version.level(),
        service(version),
        source == null ? null : Forge.shortName(source),
        source == null ? null : PagePaths.repository(source),
        provenance == null || provenance.commit() == null
            ? null
            : Digest.commit(provenance.commit()));
  }

  /** Only a verified provenance proves what it says. */
  static boolean isClaim(VersionSummary version) {
    return version.evidence() != Evidence.VERIFIED;
  }

  /** The CI service in the provenance. */
  static @Nullable String service(VersionSummary version) {
    @Nullable Provenance provenance = version.provenance();
    return provenance == null || provenance.builder() == null
        ? null
        : provenance.builder().provider().title();
  }
}
