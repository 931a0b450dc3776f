package dev.whence.catalog.read;

import dev.whence.catalog.read.VersionDetail.StoredResponse;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads packages and versions for pages and API: two or three queries each. */
@ApplicationScoped
public class PackageQueries {

  /**
   * The number of verdicts on one version that are shown, the newest first. The deciding one is
   * among them.
   */
  private static final int HISTORY = 500;

  private static final String PACKAGE =
      """
      SELECT p.id, p.description, p.downloads_last_month, p.created_at, p.unpublished_at,
        p.dangling_tags, v.repository_url,
      """
          + Columns.TAKEN_DOWN
          + ", "
          + Columns.CRAWL
          + """
          FROM package p
          JOIN package_crawl c ON c.package_id = p.id
          LEFT JOIN version v ON v.id = p.latest_version_id
          WHERE p.name = :name
          """;

  private static final String VERSIONS =
      "SELECT "
          + VersionColumns.SUMMARY
          + "FROM version v\n"
          + VersionColumns.JOINS
          + """
          WHERE v.package_id = :package_id
          ORDER BY v.sort_key DESC, v.version DESC
          """;

  private static final String VERSION =
      """
      SELECT v.id, v.package_id, v.sort_key, v.repository_url, v.repository_directory, v.license, v.git_head,
        v.tarball, v.integrity, v.shasum, v.unpacked_size, v.has_install_script, v.approver,
        v.attestations_url, g.status AS signature_status, g.reason AS signature_reason,
        g.missing AS signature_missing,
        r.url AS response_url, r.fetched_at, r.sha256, r.body, r.problem,
        v.response_missing_since, v.removed_at IS DISTINCT FROM v.added_at AS seen,
      """
          + Columns.TRY
          + ", "
          + Columns.CRAWL
          + ", "
          + VersionColumns.SUMMARY
          + """
          FROM package p
          JOIN package_crawl c ON c.package_id = p.id
          JOIN version v ON v.package_id = p.id
          LEFT JOIN registry_signature g ON g.version_id = v.id
          LEFT JOIN attestation_response r ON r.id = v.response_id
          LEFT JOIN attestation_try y ON y.version_id = v.id
          """
          + VersionColumns.JOINS
          + "WHERE p.name = :name AND v.version = :version";

  private static final String VERDICTS =
      "SELECT "
          + AttestationSelect.VERDICT
          + """
          FROM version v
          JOIN attestation a ON a.response_id = v.response_id
          JOIN verification w ON w.attestation_id = a.id
          JOIN verifier f ON f.id = w.verifier_id
          WHERE v.id = :version_id
          ORDER BY w.verified_at DESC, a.ordinal, w.id DESC
          LIMIT :limit
          """;

  private final Sql sql;

  public PackageQueries(Sql sql) {
    this.sql = sql;
  }

  public Optional<PackageDetail> find(PackageName name) {
    return sql.read(connection -> detail(connection, name));
  }

  public Optional<VersionDetail> find(PackageName name, String version) {
    return sql.read(connection -> detail(connection, name, Clean.key(version)));
  }

  private record Keyed<T>(long id, T value) {}

  private static Optional<PackageDetail> detail(Connection connection, PackageName name)
      throws SQLException {
    Optional<Keyed<PackageDetail>> found =
        Query.of(connection, PACKAGE)
            .with("name", name.value())
            .first(row -> new Keyed<>(row.number("id"), withoutVersions(name, row)));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PackageDetail detail = found.get().value();
    List<VersionSummary> versions = versions(connection, found.get().id());
    return Optional.of(
        new PackageDetail(
            name,
            detail.description(),
            detail.crawl(),
            detail.declaredRepositoryUrl(),
            detail.declaredRepository(),
            detail.downloadsLastMonth(),
            detail.createdAt(),
            detail.unpublishedAt(),
            detail.takenDown(),
            detail.danglingTags(),
            versions));
  }

  private static PackageDetail withoutVersions(PackageName name, Row row) throws SQLException {
    @Nullable String url = row.optionalText("repository_url");
    return new PackageDetail(
        name,
        row.optionalText("description"),
        Columns.crawlRecord(row),
        url,
        Columns.declared(url),
        row.optionalNumber("downloads_last_month"),
        row.optionalTime("created_at"),
        row.optionalTime("unpublished_at"),
        row.flag("taken_down"),
        JsonColumns.tags(row.text("dangling_tags")),
        List.of());
  }

  private static Optional<VersionDetail> detail(
      Connection connection, PackageName name, String version) throws SQLException {
    return Query.of(connection, VERSION)
        .with("name", name.value())
        .with("version", version)
        .first(
            row ->
                version(
                    name,
                    row,
                    verdicts(connection, row),
                    versions(connection, row.number("package_id"))));
  }

  private static List<RecordedVerdict> verdicts(Connection connection, Row version)
      throws SQLException {
    return Query.of(connection, VERDICTS)
        .with("version_id", version.number("id"))
        .with("limit", HISTORY)
        .list(AttestationSelect::verdict);
  }

  private static List<VersionSummary> versions(Connection connection, long packageId)
      throws SQLException {
    return Query.of(connection, VERSIONS)
        .with("package_id", packageId)
        .list(VersionColumns::summary);
  }

  private static VersionDetail version(
      PackageName name, Row row, List<RecordedVerdict> verdicts, List<VersionSummary> versions)
      throws SQLException {
    @Nullable String url = row.optionalText("repository_url");
    return new VersionDetail(
        name,
        VersionColumns.summary(row),
        row.flag("seen"),
        url,
        Columns.declared(url),
        row.optionalText("repository_directory"),
        row.optionalText("license"),
        row.optionalText("git_head"),
        row.optionalText("tarball"),
        row.optionalText("integrity"),
        row.optionalText("shasum"),
        row.optionalNumber("unpacked_size"),
        row.flag("has_install_script"),
        row.optionalText("approver"),
        row.optionalText("attestations_url"),
        registrySignature(row),
        response(row),
        Columns.attestationTry(row),
        verdicts,
        versions,
        Columns.crawlRecord(row));
  }

  private static @Nullable Check registrySignature(Row row) throws SQLException {
    @Nullable CheckStatus status = row.optionalConstant("signature_status", CheckStatus.class);
    return status == null
        ? null
        : new Check(
            CheckKind.REGISTRY_SIGNATURE,
            status,
            row.text("signature_reason"),
            JsonColumns.missing(row.optionalText("signature_missing")));
  }

  private static @Nullable StoredResponse response(Row row) throws SQLException {
    @Nullable String url = row.optionalText("response_url");
    return url == null
        ? null
        : new StoredResponse(
            url,
            row.time("fetched_at"),
            row.hex("sha256"),
            Compressed.expand(row.bytes("body")),
            row.optionalText("problem"),
            row.optionalTime("response_missing_since"));
  }
}
