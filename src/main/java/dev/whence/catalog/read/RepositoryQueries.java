package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.read.RepositoryDetail.BuiltBy;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.read.RepositoryDetail.OtherHolder;
import dev.whence.catalog.read.RepositoryDetail.OtherName;
import dev.whence.catalog.read.RepositoryDetail.Signed;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads repositories and workflows; names are compared without regard to case. A repository is what
 * the forge gives one id, under all its names. What a rejected provenance claims is not counted as
 * built.
 */
@ApplicationScoped
public class RepositoryQueries {

  /** So many packages of one repository are listed at the most; the largest have some hundreds. */
  private static final int MAX_LISTED = 2_000;

  private static final String REPOSITORY =
      "SELECT r.id, r.identified_since, r.identified_at, "
          + Columns.REPOSITORY
          + "FROM repository r\n";

  /** Row {@code h}, by its id. */
  private static final String H =
      "WITH h AS (SELECT r.id, r.host, r.forge_repository_id FROM repository r WHERE r.id = :id)\n";

  /** The same id under other names, and the same name under other ids. */
  private static final String OTHERS =
      "SELECT r.identified_since, r.identified_at, r.forge_repository_id = o.forge_repository_id AS"
          + " is_same, "
          + Columns.REPOSITORY
          + """
          , (r.identified_at, coalesce(r.identified_version_at, '-infinity'), r.id)
              > (o.identified_at, coalesce(o.identified_version_at, '-infinity'), o.id) AS is_later
          FROM repository o
          JOIN repository r ON r.host = o.host AND r.id <> o.id AND {which}
          WHERE o.id = :id AND r.identified_at IS NOT NULL AND\s"""
          + RepositoryRows.HOLDS
          + "ORDER BY "
          + RepositoryRows.NEWEST
          + "LIMIT :limit";

  private static final String OTHER_NAMES =
      OTHERS.replace("{which}", "r.forge_repository_id = o.forge_repository_id");

  private static final String OTHER_HOLDERS =
      OTHERS.replace(
          "{which}",
          """
          lower(r.owner) = lower(o.owner) AND lower(r.name) = lower(o.name)
              AND r.forge_repository_id <> o.forge_repository_id
          """);

  private static final String WORKFLOW_ROWS =
      H
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
      "pr.repository_id IN (" + H + RepositoryRows.OF_H + ")\n";

  private static final String OF_WORKFLOW = "pr.workflow_id IN (" + WORKFLOW_ROWS + ")\n";

  private static final String DECLARED_ONLY =
      "WITH built AS (SELECT ARRAY("
          + H
          + RepositoryRows.OF_H
          + """
          ) AS ids)
          SELECT p.name
          FROM (
          """
          + H
          + RepositoryRows.NAMES_OF_H
          + """
          ) n
          JOIN version l ON l.declared_repository_id = n.id
          JOIN package p ON p.id = l.package_id AND p.latest_version_id = l.id
          WHERE NOT EXISTS (
              SELECT FROM version v
              JOIN provenance pr ON pr.attestation_id = v.provenance_id
              WHERE v.package_id = p.id AND v.evidence <> 'REJECTED'
                AND pr.repository_id = ANY ((SELECT ids FROM built)::bigint[]))
          ORDER BY p.name
          LIMIT :limit
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
          WHERE o.workflow_id IN (
          """
          + WORKFLOW_ROWS
          + """
          ) AND v.evidence <> 'REJECTED'
          ORDER BY v.published_at DESC NULLS LAST, v.id DESC
          OFFSET :offset LIMIT :limit
          """;

  private final Sql sql;

  public RepositoryQueries(Sql sql) {
    this.sql = sql;
  }

  private record Keyed(long id, SourceRepository repository, @Nullable Signed signed) {}

  /** Asks for one repository. */
  @FunctionalInterface
  private interface Key {
    Query query(Connection connection);
  }

  private static Key named(String host, String owner, String name) {
    return connection ->
        Query.of(connection, REPOSITORY + RepositoryRows.OF_NAMES)
            .with("host", host.toLowerCase(Locale.ROOT))
            .with("owner", owner)
            .with("name", name);
  }

  private static Key identified(String host, String id) {
    return connection ->
        Query.of(connection, REPOSITORY + RepositoryRows.OF_ID)
            .with("host", host.toLowerCase(Locale.ROOT))
            .with("forge_id", id);
  }

  /** The repository that has the name now. Anything crawled may name it: nothing need be built. */
  public Optional<RepositoryDetail> find(String host, String owner, String name) {
    return find(named(host, owner, name));
  }

  /** The repository with the forge's id, whatever its name. */
  public Optional<RepositoryDetail> findById(String host, String id) {
    return find(identified(host, id));
  }

  private Optional<RepositoryDetail> find(Key key) {
    return sql.read(
        connection -> {
          Optional<Keyed> found = key.query(connection).first(RepositoryQueries::keyed);
          return found.isEmpty() ? Optional.empty() : Optional.of(detail(connection, found.get()));
        });
  }

  private static Keyed keyed(Row row) throws SQLException {
    return new Keyed(
        row.number("id"),
        Columns.repository(row),
        row.optionalTime("identified_at") == null ? null : signed(row));
  }

  private static Signed signed(Row row) throws SQLException {
    return new Signed(row.time("identified_since"), row.time("identified_at"));
  }

  private static RepositoryDetail detail(Connection connection, Keyed found) throws SQLException {
    return new RepositoryDetail(
        found.repository(),
        found.signed(),
        Query.of(connection, OTHER_NAMES)
            .with("id", found.id())
            .with("limit", MAX_LISTED)
            .list(row -> new OtherName(Columns.repository(row), signed(row), row.flag("is_later"))),
        Query.of(connection, OTHER_HOLDERS)
            .with("id", found.id())
            .with("limit", MAX_LISTED)
            .list(row -> new OtherHolder(Columns.repository(row), signed(row))),
        packages(Query.of(connection, BUILT + OF_REPOSITORY + PACKAGES).with("id", found.id())),
        Query.of(connection, BUILT + OF_REPOSITORY + WORKFLOWS)
            .with("id", found.id())
            .with("limit", MAX_LISTED)
            .list(RepositoryQueries::builtBy),
        Query.of(connection, DECLARED_ONLY)
            .with("id", found.id())
            .with("limit", MAX_LISTED)
            .list(row -> row.text("name")));
  }

  /** A workflow of the repository that has the name now. */
  public Optional<WorkflowDetail> findWorkflow(
      String host, String owner, String name, String path, int offset, int limit) {
    return findWorkflow(named(host, owner, name), path, Paging.of(offset, limit));
  }

  /** A workflow of the repository with the forge's id. */
  public Optional<WorkflowDetail> findWorkflowById(
      String host, String id, String path, int offset, int limit) {
    return findWorkflow(identified(host, id), path, Paging.of(offset, limit));
  }

  private Optional<WorkflowDetail> findWorkflow(Key key, String path, Paging paging) {
    return sql.read(
        connection -> {
          Optional<Keyed> found = key.query(connection).first(RepositoryQueries::keyed);
          return found.isEmpty() || !isKnown(connection, found.get(), path)
              ? Optional.empty()
              : Optional.of(workflow(connection, found.get(), path, paging));
        });
  }

  private static boolean isKnown(Connection connection, Keyed of, String path) throws SQLException {
    return ofWorkflow(connection, WORKFLOW_ROWS, of, path)
        .first(row -> row.number("id"))
        .isPresent();
  }

  private static Query ofWorkflow(Connection connection, String text, Keyed of, String path) {
    return Query.of(connection, text).with("id", of.id()).with("path", Clean.key(path));
  }

  private static WorkflowDetail workflow(
      Connection connection, Keyed found, String path, Paging paging) throws SQLException {
    List<BuiltPackage> packages =
        packages(ofWorkflow(connection, BUILT + OF_WORKFLOW + PACKAGES, found, path));
    List<ListedVersion> versions =
        ofWorkflow(connection, BUILT_VERSIONS, found, path)
            .with("offset", paging.offset())
            .with("limit", paging.limit())
            .list(ListedVersion::of);
    long total = packages.stream().mapToLong(BuiltPackage::versions).sum();
    return new WorkflowDetail(found.repository(), path, packages, paging.page(versions, total));
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
