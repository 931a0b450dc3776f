package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.read.RepositoryDetail.BuiltBy;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lists the packages and versions that were built from a repository or by one of its workflows. A
 * rejected provenance does not count.
 */
final class BuiltLists {

  /**
   * The highest number of listed packages of one repository; the largest ones have some hundreds.
   */
  static final int MAX_LISTED = 2_000;

  private static final String WORKFLOW_ROWS =
      FoundRepository.H
          + "SELECT k.id FROM ("
          + RepositoryRows.OF_H
          + ") l JOIN workflow k ON k.repository_id = l.id AND k.path = :path\n";

  private static final String BUILT =
      """
      WITH built AS (
        SELECT v.package_id, v.version, v.sort_key, v.published_at, v.evidence, pr.workflow_id
        FROM provenance pr
        JOIN version v ON v.provenance_id = pr.attestation_id
        WHERE v.evidence <> 'REJECTED' AND
      """;

  private static final String PACKAGES =
      """
      ), newest AS (
        SELECT DISTINCT ON (package_id) * FROM built
        ORDER BY package_id, sort_key DESC, version DESC
      ), counted AS (
        SELECT package_id, count(*) AS versions,
          count(*) FILTER (WHERE evidence = 'VERIFIED') AS verified
        FROM built
        GROUP BY package_id
      )
      SELECT p.name, k.versions, k.verified, n.version, n.published_at, n.evidence
      FROM counted k
      JOIN newest n ON n.package_id = k.package_id
      JOIN package p ON p.id = k.package_id
      ORDER BY k.versions DESC, p.name
      LIMIT :limit
      """;

  private static final String WORKFLOWS =
      """
      )
      SELECT w.path, count(DISTINCT b.package_id) AS packages, count(*) AS versions,
        min(b.published_at) AS first_at, max(b.published_at) AS last_at
      FROM built b
      JOIN workflow w ON w.id = b.workflow_id
      GROUP BY w.path
      ORDER BY versions DESC, w.path
      LIMIT :limit
      """;

  private static final String OF_REPOSITORY =
      "pr.repository_id IN (" + FoundRepository.H + RepositoryRows.OF_H + ")\n";

  private static final String OF_WORKFLOW = "pr.workflow_id IN (" + WORKFLOW_ROWS + ")\n";

  private static final String BUILT_VERSIONS =
      "SELECT p.name AS package_name, "
          + VersionColumns.SUMMARY
          + """
          FROM provenance o
          JOIN version v ON v.provenance_id = o.attestation_id
          JOIN package p ON p.id = v.package_id
          """
          + VersionColumns.JOINS
          + """
          WHERE o.workflow_id IN (
          """
          + WORKFLOW_ROWS
          + """
          ) AND v.evidence <> 'REJECTED'
          ORDER BY v.published_at DESC NULLS LAST, v.id DESC
          OFFSET :offset LIMIT :limit
          """;

  private BuiltLists() {}

  /** Packages that were built from the repository. */
  static List<BuiltPackage> packages(Connection connection, FoundRepository of)
      throws SQLException {
    return packages(Query.of(connection, BUILT + OF_REPOSITORY + PACKAGES).with("id", of.id()));
  }

  /** Workflows of the repository with at least one built version. */
  static List<BuiltBy> workflows(Connection connection, FoundRepository of) throws SQLException {
    return Query.of(connection, BUILT + OF_REPOSITORY + WORKFLOWS)
        .with("id", of.id())
        .with("limit", MAX_LISTED)
        .list(BuiltLists::builtBy);
  }

  /** Packages that the workflow built. */
  static List<BuiltPackage> packages(Connection connection, FoundRepository of, String path)
      throws SQLException {
    return packages(ofWorkflow(connection, BUILT + OF_WORKFLOW + PACKAGES, of, path));
  }

  /** Versions that the workflow built, the newest first. */
  static List<ListedVersion> versions(
      Connection connection, FoundRepository of, String path, Paging paging) throws SQLException {
    return ofWorkflow(connection, BUILT_VERSIONS, of, path)
        .with("offset", paging.offset())
        .with("limit", paging.limit())
        .list(ListedVersion::of);
  }

  /** Whether the catalog has the workflow. */
  static boolean isKnown(Connection connection, FoundRepository of, String path)
      throws SQLException {
    return ofWorkflow(connection, WORKFLOW_ROWS, of, path)
        .first(row -> row.number("id"))
        .isPresent();
  }

  private static Query ofWorkflow(
      Connection connection, String text, FoundRepository of, String path) {
    return Query.of(connection, text).with("id", of.id()).with("path", Clean.key(path));
  }

  private static List<BuiltPackage> packages(Query query) throws SQLException {
    return query
        .with("limit", MAX_LISTED)
        .list(
            row ->
                new BuiltPackage(
                    row.text("name"),
                    row.number("versions"),
                    row.number("verified"),
                    row.text("version"),
                    row.optionalTime("published_at"),
                    row.constant("evidence", Evidence.class)));
  }

  private static BuiltBy builtBy(Row row) throws SQLException {
    return new BuiltBy(
        row.text("path"),
        row.number("packages"),
        row.number("versions"),
        row.optionalTime("first_at"),
        row.optionalTime("last_at"));
  }
}
