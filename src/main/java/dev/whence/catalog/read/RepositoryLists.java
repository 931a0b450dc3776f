package dev.whence.catalog.read;

import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import dev.whence.provenance.SourceRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Lists of repositories from which something was built. */
final class RepositoryLists {

  /** A rejected provenance proves nothing, so it does not count. */
  private static final String BUILT =
      """
      WITH built AS (
        SELECT r.host, i.forge_id, i.row_id,
          count(DISTINCT v.package_id) AS packages, count(*) AS versions,
          count(DISTINCT pr.workflow_path) AS workflows, max(v.published_at) AS last_at
        FROM provenance pr
        JOIN version v ON v.provenance_id = pr.attestation_id
        JOIN repository r ON r.id = pr.repository_id
      """
          + RepositoryRows.IDENTITY
          + """
          WHERE v.evidence <> 'REJECTED'
          """;

  /** Finds a repository by any of its names. */
  private static final String NAMED =
      """
          AND pr.repository_id IN (
            SELECT g.id FROM repository g WHERE lower(g.owner || '/' || g.name) LIKE :pattern
            UNION
            SELECT n.id FROM repository g
            JOIN repository n ON n.host = g.host AND n.forge_repository_id = g.forge_repository_id
            WHERE lower(g.owner || '/' || g.name) LIKE :pattern)
      """;

  private static final String AT =
      "AND pr.repository_id IN (WITH h AS ("
          + "SELECT r.id, r.host, r.forge_repository_id FROM repository r\n"
          + RepositoryRows.OF_NAMES
          + ")\n"
          + RepositoryRows.OF_H
          + ")\n";

  private static final String GROUPED =
      """
        GROUP BY r.host, i.forge_id, i.row_id
      )
      """;

  private static final String COUNT = "SELECT count(*) AS total FROM built";

  private static final String LIST =
      "SELECT "
          + Columns.REPOSITORY
          + """
          , b.packages, b.versions, b.workflows, b.last_at
          FROM built b
          JOIN LATERAL (
            SELECT r.* FROM repository r
            WHERE r.id = coalesce(b.row_id, (
              SELECT r.id FROM repository r
              WHERE r.host = b.host AND r.forge_repository_id = b.forge_id
              ORDER BY\s"""
          + RepositoryRows.NEWEST
          + " LIMIT 1)) OFFSET 0) r ON true\nORDER BY ";

  private static final String BY_NAME = "r.host, lower(r.owner), lower(r.name), r.id\n";

  private static final String PAGE = "OFFSET :offset LIMIT :limit";

  private RepositoryLists() {}

  /** Every repository; ties are ordered by name. */
  static Page<RepositorySummary> all(Connection connection, RepositoryOrder order, Paging paging)
      throws SQLException {
    return page(
        paging,
        Query.of(connection, BUILT + GROUPED + LIST + columns(order) + BY_NAME + PAGE),
        Query.of(connection, BUILT + GROUPED + COUNT));
  }

  /** Repositories whose {@code owner/name} in lower case matches the pattern. */
  static Page<RepositorySummary> named(
      Connection connection, String pattern, RepositoryOrder order, Paging paging)
      throws SQLException {
    return page(
        paging,
        Query.of(connection, BUILT + NAMED + GROUPED + LIST + columns(order) + BY_NAME + PAGE)
            .with("pattern", pattern),
        Query.of(connection, BUILT + NAMED + GROUPED + COUNT).with("pattern", pattern));
  }

  /** The repository that has these names now, ignoring case. */
  static Page<RepositorySummary> at(
      Connection connection, SourceRepository repository, Paging paging) throws SQLException {
    return page(
        paging,
        at(connection, LIST + BY_NAME + PAGE, repository),
        at(connection, COUNT, repository));
  }

  private static Query at(Connection connection, String select, SourceRepository repository) {
    return Query.of(connection, BUILT + AT + GROUPED + select)
        .with("host", repository.host())
        .with("owner", repository.owner())
        .with("name", repository.name());
  }

  private static String columns(RepositoryOrder order) {
    return switch (order) {
      case PACKAGES -> "b.packages DESC, b.versions DESC, ";
      case VERSIONS -> "b.versions DESC, ";
      case WORKFLOWS -> "b.workflows DESC, ";
      case LAST_BUILT -> "b.last_at DESC NULLS LAST, ";
      case NAME -> "";
    };
  }

  private static Page<RepositorySummary> page(Paging paging, Query list, Query count)
      throws SQLException {
    List<RepositorySummary> items =
        list.with("offset", paging.offset())
            .with("limit", paging.limit())
            .list(RepositoryLists::summary);
    return paging.page(items, count.first(row -> row.number("total")).orElseThrow());
  }

  private static RepositorySummary summary(Row row) throws SQLException {
    return new RepositorySummary(
        Columns.repository(row),
        row.number("packages"),
        row.number("versions"),
        row.number("workflows"),
        row.optionalTime("last_at"));
  }
}
