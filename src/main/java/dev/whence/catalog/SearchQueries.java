package dev.whence.catalog;

import dev.whence.provenance.PackageReference;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds packages, repositories and versions by text. */
@ApplicationScoped
public class SearchQueries {

  /** Longer than any package name. */
  private static final int MAX_TEXT = 300;

  private static final String HITS =
      """
      SELECT p.name, p.description, c.status, v.version, v.published_at, v.evidence,
        p.downloads_last_month,
      """
          + Columns.TAKEN_DOWN
          + """
      FROM package p
      JOIN package_crawl c ON c.package_id = p.id
      LEFT JOIN version v ON v.id = p.latest_version_id
      """;

  private static final String COUNT = "SELECT count(*) AS total FROM package p\n";

  private static final String COUNT_BY_EVIDENCE =
      COUNT + "JOIN version v ON v.id = p.latest_version_id\n";

  private static final String NAMED = "WHERE p.search_name LIKE ?\n";

  private static final String ANY = "WHERE true\n";

  private static final String OF_EVIDENCE = "  AND " + FilterConditions.EVIDENCE + "\n";

  private static final String BEST_FIRST =
      """
      ORDER BY CASE
          WHEN p.name = ? THEN 0
          WHEN p.search_name = ? THEN 1
          WHEN p.search_name LIKE ? OR p.bare_name LIKE ? THEN 2
          ELSE 3 END,
        p.downloads_last_month DESC NULLS LAST, p.name
      OFFSET ? LIMIT ?
      """;

  private static final String POPULAR_FIRST =
      """
      ORDER BY p.downloads_last_month DESC NULLS LAST, p.name
      OFFSET ? LIMIT ?
      """;

  private static final String IS_KNOWN = "SELECT p.id FROM package p WHERE p.name = ?";

  private static final String HAS_VERSION =
      """
      SELECT v.id
      FROM package p
      JOIN version v ON v.package_id = p.id
      WHERE p.name = ? AND v.version = ?
      """;

  private final Sql sql;
  private final ListQueries lists;

  SearchQueries(Sql sql, ListQueries lists) {
    this.sql = sql;
    this.lists = lists;
  }

  /**
   * Versions built from the commit or by the run, with the digest or the log entry, that the text
   * is; one entry for each of these that has any.
   */
  public List<FoundVersions> versions(String text, int limit) {
    return SearchTerms.versions(wanted(text)).stream()
        .map(
            filter ->
                new FoundVersions(filter, lists.versions(filter, VersionOrder.NEWEST, 0, limit)))
        .filter(found -> found.versions().total() > 0)
        .toList();
  }

  /** Whether the catalog has the package, and the version where the reference has one. */
  public boolean isKnown(PackageReference reference) {
    @Nullable String version = reference.version();
    return sql.read(
        connection -> {
          Query query =
              Query.of(connection, version == null ? IS_KNOWN : HAS_VERSION)
                  .with(reference.name().value());
          return (version == null ? query : query.with(version))
              .first(row -> row.number("id"))
              .isPresent();
        });
  }

  /**
   * Packages whose name has the text, or the name that the text is a reference to: the exact name
   * first, then names that start with it (scope left out, too), then the rest, each by downloads.
   * Empty text lists all packages.
   *
   * @param evidence only packages whose latest version has it; null for all
   */
  public Page<SearchHit> packages(
      String text, @Nullable EvidenceWord evidence, int offset, int limit) {
    Paging paging = Paging.of(offset, limit);
    String wanted =
        PackageReference.read(text).map(r -> r.name().value()).orElseGet(() -> wanted(text));
    return sql.read(
        connection ->
            paging.page(
                hits(connection, wanted, evidence, paging), total(connection, wanted, evidence)));
  }

  private static long total(Connection connection, String text, @Nullable EvidenceWord evidence)
      throws SQLException {
    String count = evidence == null ? COUNT : COUNT_BY_EVIDENCE;
    return filtered(connection, count, text, evidence, "")
        .first(row -> row.number("total"))
        .orElseThrow();
  }

  private static List<SearchHit> hits(
      Connection connection, String text, @Nullable EvidenceWord evidence, Paging paging)
      throws SQLException {
    Query query =
        filtered(connection, HITS, text, evidence, text.isEmpty() ? POPULAR_FIRST : BEST_FIRST);
    if (!text.isEmpty()) {
      String prefix = literal(lower(text)) + "%";
      query.with(text).with(lower(text)).with(prefix).with(prefix);
    }
    return query.with(paging.offset()).with(paging.limit()).list(SearchQueries::hit);
  }

  private static Query filtered(
      Connection connection,
      String select,
      String text,
      @Nullable EvidenceWord evidence,
      String order) {
    String where = (text.isEmpty() ? ANY : NAMED) + (evidence == null ? "" : OF_EVIDENCE);
    Query query = Query.of(connection, select + where + order);
    if (!text.isEmpty()) {
      query.with(contains(text));
    }
    return evidence == null ? query : query.with(FilterValue.Choice.stored(evidence));
  }

  private static SearchHit hit(Row row) throws SQLException {
    return new SearchHit(
        row.text("name"),
        row.optionalText("description"),
        row.constant("status", CrawlStatus.class),
        row.optionalText("version"),
        row.optionalTime("published_at"),
        row.optionalConstant("evidence", Evidence.class),
        row.flag("taken_down"),
        row.optionalNumber("downloads_last_month"));
  }

  /** As below, most packages first. */
  public Page<RepositorySummary> repositories(String text, int offset, int limit) {
    return repositories(text, RepositoryOrder.PACKAGES, offset, limit);
  }

  /**
   * Repositories that anything was built from: those whose {@code owner/name} has the text, or the
   * one whose address at its forge it is; all of them without a text.
   */
  public Page<RepositorySummary> repositories(
      String text, RepositoryOrder order, int offset, int limit) {
    return repositories(text, order, Paging.of(offset, limit));
  }

  /** The whole list, or as much of it as {@code limit} allows. */
  public List<RepositorySummary> repositoriesUpTo(int limit, String text, RepositoryOrder order) {
    return repositories(text, order, new Paging(0, limit)).items();
  }

  private Page<RepositorySummary> repositories(String text, RepositoryOrder order, Paging paging) {
    String wanted = wanted(text);
    Optional<SourceRepository> named = SearchTerms.repository(wanted);
    return sql.read(
        connection -> {
          if (wanted.isEmpty()) {
            return RepositoryLists.all(connection, order, paging);
          }
          return named.isPresent()
              ? RepositoryLists.at(connection, named.get(), paging)
              : RepositoryLists.named(connection, contains(wanted), order, paging);
        });
  }

  private static String wanted(String text) {
    // Postgres takes no NUL; left out, it would ask for something else.
    String trimmed = text.strip().replace('\0', '\ufffd');
    return trimmed.length() <= MAX_TEXT ? trimmed : trimmed.substring(0, MAX_TEXT);
  }

  /** The pattern of LIKE that what has the text is like, in lower case. */
  static String contains(String text) {
    return "%" + literal(lower(text)) + "%";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What LIKE takes for itself. */
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
