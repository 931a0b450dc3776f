package dev.whence.catalog.read;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.NameText;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists packages and versions by filter, and counts them. */
@ApplicationScoped
public class ListQueries {

  private static final String PACKAGES =
      """
      FROM package p
      JOIN package_crawl c ON c.package_id = p.id
      LEFT JOIN version v ON v.id = p.latest_version_id
      """
          + VersionColumns.JOINS;

  private static final String PACKAGE_COLUMNS =
      "SELECT p.name, p.description, c.status, p.downloads_last_month, "
          + Columns.TAKEN_DOWN
          + ", "
          + VersionColumns.SUMMARY;

  private static final String VERSIONS =
      """
      FROM version v
      JOIN package p ON p.id = v.package_id
      """
          + VersionColumns.JOINS;

  private static final String VERSION_COLUMNS =
      "SELECT p.name AS package_name, " + VersionColumns.SUMMARY;

  private static final String COUNT = "SELECT count(*) AS total ";

  private static final String PAGE = " OFFSET :offset LIMIT :limit";

  private final Sql sql;

  public ListQueries(Sql sql) {
    this.sql = sql;
  }

  public Page<PackageSummary> packages(
      ListFilter<PackageField> filter, PackageOrder order, int offset, int limit) {
    return page(list(filter, order), Paging.of(offset, limit));
  }

  public Page<ListedVersion> versions(
      ListFilter<VersionField> filter, VersionOrder order, int offset, int limit) {
    return page(list(filter, order), Paging.of(offset, limit));
  }

  /** The number of versions of a list in each state; states without versions are left out. */
  public Map<EvidenceWord, Long> states(ListFilter<VersionField> filter) {
    String select = "SELECT v.evidence, count(*) AS total " + VERSIONS + "WHERE ";
    Map<EvidenceWord, Long> states = new EnumMap<>(EvidenceWord.class);
    sql.read(
            connection ->
                filter
                    .bind(
                        Query.of(connection, select + filter.conditions() + " GROUP BY v.evidence"))
                    .list(
                        row ->
                            Map.entry(
                                row.constant("evidence", Evidence.class).word(),
                                row.number("total"))))
        .forEach(state -> states.merge(state.getKey(), state.getValue(), Long::sum));
    return states;
  }

  /** The whole list, up to {@code limit} items. */
  public List<PackageSummary> packagesUpTo(
      int limit, ListFilter<PackageField> filter, PackageOrder order) {
    return sql.read(connection -> list(filter, order).rows(connection, new Paging(0, limit)));
  }

  /** The whole list, up to {@code limit} items. */
  public List<ListedVersion> versionsUpTo(
      int limit, ListFilter<VersionField> filter, VersionOrder order) {
    return sql.read(connection -> list(filter, order).rows(connection, new Paging(0, limit)));
  }

  private static Listing<PackageSummary> list(ListFilter<PackageField> filter, PackageOrder order) {
    return new Listing<>(
        PACKAGE_COLUMNS, PACKAGES, filter, ordering(filter, order), ListQueries::summary);
  }

  private static Listing<ListedVersion> list(ListFilter<VersionField> filter, VersionOrder order) {
    return new Listing<>(
        VERSION_COLUMNS, VERSIONS, filter, new Ordering(columns(order)), ListedVersion::of);
  }

  private <T> Page<T> page(Listing<T> list, Paging paging) {
    return sql.read(
        connection -> paging.page(list.rows(connection, paging), list.count(connection)));
  }

  /**
   * The text after ORDER BY.
   *
   * @param matching puts names like this one first
   */
  private record Ordering(String columns, @Nullable NameText matching) {

    private Ordering(String columns) {
      this(columns, null);
    }

    String sql() {
      return matching == null ? columns : NameText.BEST_FIRST + columns;
    }

    Query bind(Query query) {
      return matching == null ? query : matching.bindOrder(query);
    }
  }

  /** The parts of a list's query: columns, rows and order. */
  private record Listing<T>(
      String columns, String from, ListFilter<?> filter, Ordering order, Query.Mapper<T> mapper) {

    List<T> rows(Connection connection, Paging paging) throws SQLException {
      String statement = columns + matching() + " ORDER BY " + order.sql() + PAGE;
      return order
          .bind(filter.bind(Query.of(connection, statement)))
          .with("offset", paging.offset())
          .with("limit", paging.limit())
          .list(mapper);
    }

    long count(Connection connection) throws SQLException {
      return filter
          .bind(Query.of(connection, COUNT + matching()))
          .first(row -> row.number("total"))
          .orElseThrow();
    }

    private String matching() {
      return from + "WHERE " + filter.conditions();
    }
  }

  private static PackageSummary summary(Row row) throws SQLException {
    return new PackageSummary(
        row.text("name"),
        row.optionalText("description"),
        row.constant("status", CrawlStatus.class),
        row.optionalText("version") == null ? null : VersionColumns.summary(row),
        row.flag("taken_down"),
        row.optionalNumber("downloads_last_month"));
  }

  private static Ordering ordering(ListFilter<PackageField> filter, PackageOrder order) {
    return new Ordering(
        columns(order),
        order == PackageOrder.MATCH
            ? filter.get(PackageField.TEXT).map(NameText::of).orElse(null)
            : null);
  }

  private static String columns(PackageOrder order) {
    return switch (order) {
      case MATCH, DOWNLOADS -> "p.downloads_last_month DESC NULLS LAST, p.name";
      case NAME -> "p.name";
      case PUBLISHED -> "v.published_at DESC NULLS LAST, p.name";
    };
  }

  private static String columns(VersionOrder order) {
    return switch (order) {
      case NEWEST -> "v.published_at DESC NULLS LAST, v.id DESC";
      case OLDEST -> "v.published_at NULLS FIRST, v.id";
      case PACKAGE -> "p.name, v.sort_key DESC, v.version DESC";
    };
  }
}
