package dev.whence.catalog.read;

import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.read.RepositoryDetail.BuiltPackage;
import dev.whence.catalog.read.RepositoryDetail.OtherHolder;
import dev.whence.catalog.read.RepositoryDetail.OtherName;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads repositories and workflows; names are compared ignoring case. A repository has one id at
 * the forge, under all its names. A rejected provenance does not count.
 */
@ApplicationScoped
public class RepositoryQueries {

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

  private static final String DECLARED_ONLY =
      "WITH built AS (SELECT ARRAY("
          + FoundRepository.H
          + RepositoryRows.OF_H
          + """
          ) AS ids)
          SELECT p.name
          FROM (
          """
          + FoundRepository.H
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

  private final Sql sql;

  public RepositoryQueries(Sql sql) {
    this.sql = sql;
  }

  /**
   * The repository that has the name now. It is enough that a crawled package names it; nothing
   * must be built from it.
   */
  public Optional<RepositoryDetail> find(String host, String owner, String name) {
    return find(FoundRepository.named(host, owner, name));
  }

  /** The repository with this id at the forge, under any name. */
  public Optional<RepositoryDetail> findById(String host, String id) {
    return find(FoundRepository.identified(host, id));
  }

  private Optional<RepositoryDetail> find(FoundRepository.Key key) {
    return sql.read(
        connection -> {
          Optional<FoundRepository> found = key.find(connection);
          return found.isEmpty() ? Optional.empty() : Optional.of(detail(connection, found.get()));
        });
  }

  private static RepositoryDetail detail(Connection connection, FoundRepository found)
      throws SQLException {
    return new RepositoryDetail(
        found.repository(),
        found.signed(),
        Query.of(connection, OTHER_NAMES)
            .with("id", found.id())
            .with("limit", BuiltLists.MAX_LISTED)
            .list(
                row ->
                    new OtherName(
                        Columns.repository(row),
                        FoundRepository.signed(row),
                        row.flag("is_later"))),
        Query.of(connection, OTHER_HOLDERS)
            .with("id", found.id())
            .with("limit", BuiltLists.MAX_LISTED)
            .list(row -> new OtherHolder(Columns.repository(row), FoundRepository.signed(row))),
        BuiltLists.packages(connection, found),
        BuiltLists.workflows(connection, found),
        Query.of(connection, DECLARED_ONLY)
            .with("id", found.id())
            .with("limit", BuiltLists.MAX_LISTED)
            .list(row -> row.text("name")));
  }

  /** A workflow of the repository that has the name now. */
  public Optional<WorkflowDetail> findWorkflow(
      String host, String owner, String name, String path, int offset, int limit) {
    return findWorkflow(FoundRepository.named(host, owner, name), path, Paging.of(offset, limit));
  }

  /** A workflow of the repository with the forge's id. */
  public Optional<WorkflowDetail> findWorkflowById(
      String host, String id, String path, int offset, int limit) {
    return findWorkflow(FoundRepository.identified(host, id), path, Paging.of(offset, limit));
  }

  private Optional<WorkflowDetail> findWorkflow(
      FoundRepository.Key key, String path, Paging paging) {
    return sql.read(
        connection -> {
          Optional<FoundRepository> found = key.find(connection);
          return found.isEmpty() || !BuiltLists.isKnown(connection, found.get(), path)
              ? Optional.empty()
              : Optional.of(workflow(connection, found.get(), path, paging));
        });
  }

  private static WorkflowDetail workflow(
      Connection connection, FoundRepository found, String path, Paging paging)
      throws SQLException {
    List<BuiltPackage> packages = BuiltLists.packages(connection, found, path);
    List<ListedVersion> versions = BuiltLists.versions(connection, found, path, paging);
    long total = packages.stream().mapToLong(BuiltPackage::versions).sum();
    return new WorkflowDetail(found.repository(), path, packages, paging.page(versions, total));
  }
}
