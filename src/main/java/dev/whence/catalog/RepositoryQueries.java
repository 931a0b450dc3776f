package dev.whence.catalog;

import dev.whence.catalog.RepositoryDetail.BuiltBy;
import dev.whence.catalog.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.RepositoryDetail.OtherName;
import dev.whence.catalog.WorkflowDetail.BuiltVersion;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads repositories and workflows; names are compared without regard to case. What a rejected
 * provenance claims is not counted as built.
 */
@ApplicationScoped
public class RepositoryQueries {

  /** So many packages of one repository are listed at the most; the largest have some hundreds. */
  private static final int MAX_LISTED = 2_000;

  private static final String REPOSITORY =
      "SELECT r.id, "
          + Columns.REPOSITORY
          + """
          FROM repository r
          WHERE r.host = ? AND lower(r.owner) = lower(?) AND lower(r.name) = lower(?)
          """;

  /** A number belongs to one forge; names that never had a checked provenance have none. */
  private static final String OTHER_NAMES =
      "SELECT "
          + Columns.REPOSITORY
          + """
          , coalesce(r.identified_at > o.identified_at, false) AS is_later
          FROM repository o
          JOIN repository r ON r.host = o.host AND r.forge_repository_id = o.forge_repository_id
            AND r.id <> o.id
          WHERE o.id = ?
          ORDER BY r.identified_at DESC NULLS LAST, r.id
          LIMIT ?
          """;

  private static final String WORKFLOW =
      "SELECT w.id, "
          + Columns.REPOSITORY
          + """
          FROM repository r
          JOIN workflow w ON w.repository_id = r.id
          WHERE r.host = ? AND lower(r.owner) = lower(?) AND lower(r.name) = lower(?)
            AND w.path = ?
          """;

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
      LIMIT ?
      """;

  private static final String WORKFLOWS =
      """
      )
      SELECT w.path, count(DISTINCT b.package_id) AS packages, count(*) AS versions,
        min(b.published_at) AS first_at, max(b.published_at) AS last_at
      FROM built b
      JOIN workflow w ON w.id = b.workflow_id
      GROUP BY w.id, w.path
      ORDER BY versions DESC, w.path
      LIMIT ?
      """;

  private static final String OF_REPOSITORY = "pr.repository_id = ?\n";

  private static final String OF_WORKFLOW = "pr.workflow_id = ?\n";

  private static final String DECLARED_ONLY =
      """
      SELECT p.name
      FROM version l
      JOIN package p ON p.id = l.package_id AND p.latest_version_id = l.id
      WHERE l.declared_repository_id = ?
        AND NOT EXISTS (
          SELECT FROM version v
          JOIN provenance pr ON pr.attestation_id = v.provenance_id
          WHERE v.package_id = p.id AND v.evidence <> 'REJECTED'
            AND pr.repository_id = l.declared_repository_id)
      ORDER BY p.name
      LIMIT ?
      """;

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
          WHERE o.workflow_id = ? AND v.evidence <> 'REJECTED'
          ORDER BY v.published_at DESC NULLS LAST, v.id DESC
          OFFSET ? LIMIT ?
          """;

  private final Sql sql;

  RepositoryQueries(Sql sql) {
    this.sql = sql;
  }

  private record Keyed(long id, SourceRepository repository) {}

  /** A repository that anything crawled names: nothing need have been built from it. */
  public Optional<RepositoryDetail> find(String host, String owner, String name) {
    return sql.read(
        connection -> {
          Optional<Keyed> found = key(Query.of(connection, REPOSITORY), host, owner, name);
          return found.isEmpty() ? Optional.empty() : Optional.of(detail(connection, found.get()));
        });
  }

  private static RepositoryDetail detail(Connection connection, Keyed found) throws SQLException {
    return new RepositoryDetail(
        found.repository(),
        Query.of(connection, OTHER_NAMES)
            .with(found.id())
            .with(MAX_LISTED)
            .list(row -> new OtherName(Columns.repository(row), row.flag("is_later"))),
        packages(connection, OF_REPOSITORY, found.id()),
        Query.of(connection, BUILT + OF_REPOSITORY + WORKFLOWS)
            .with(found.id())
            .with(MAX_LISTED)
            .list(RepositoryQueries::builtBy),
        Query.of(connection, DECLARED_ONLY)
            .with(found.id())
            .with(MAX_LISTED)
            .list(row -> row.text("name")));
  }

  public Optional<WorkflowDetail> findWorkflow(
      String host, String owner, String name, String path, int offset, int limit) {
    Paging paging = Paging.of(offset, limit);
    return sql.read(
        connection -> {
          Query workflow = Query.of(connection, WORKFLOW);
          Optional<Keyed> found = key(workflow, host, owner, name, Clean.key(path));
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(workflow(connection, found.get(), path, paging));
        });
  }

  private static WorkflowDetail workflow(
      Connection connection, Keyed found, String path, Paging paging) throws SQLException {
    List<BuiltPackage> packages = packages(connection, OF_WORKFLOW, found.id());
    List<BuiltVersion> versions =
        Query.of(connection, BUILT_VERSIONS)
            .with(found.id())
            .with(paging.offset())
            .with(paging.limit())
            .list(row -> new BuiltVersion(row.text("package_name"), VersionColumns.summary(row)));
    long total = packages.stream().mapToLong(BuiltPackage::versions).sum();
    return new WorkflowDetail(found.repository(), path, packages, paging.page(versions, total));
  }

  private static Optional<Keyed> key(Query query, String host, String... rest) throws SQLException {
    query.with(host.toLowerCase(Locale.ROOT));
    for (String part : rest) {
      query.with(part);
    }
    return query.first(row -> new Keyed(row.number("id"), Columns.repository(row)));
  }

  private static List<BuiltPackage> packages(Connection connection, String of, long id)
      throws SQLException {
    return Query.of(connection, BUILT + of + PACKAGES)
        .with(id)
        .with(MAX_LISTED)
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
