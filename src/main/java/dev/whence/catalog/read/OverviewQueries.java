package dev.whence.catalog.read;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.FilterConditions;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.read.CrawlOverview.FailedPart;
import dev.whence.catalog.read.CrawlOverview.Failure;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the catalog's totals and the state of the crawl. */
@ApplicationScoped
public class OverviewQueries {

  /** One pass over each table. Older responses of a version are not counted. */
  private static final String TOTALS =
      ("""
      SELECT *
      FROM (SELECT count(*) AS packages FROM package) p,
        (SELECT count(facts_at) AS packages_crawled, max(last_success_at) AS last_crawl_at
          FROM package_crawl) c,
        (SELECT count(*) AS versions,
            count(*) FILTER (WHERE {with_provenance}) AS versions_with_provenance,
            count(DISTINCT package_id) FILTER (WHERE {with_provenance})
              AS packages_with_provenance,
            count(DISTINCT package_id) FILTER (WHERE evidence = 'VERIFIED') AS packages_verified,
            count(*) FILTER (WHERE evidence = 'VERIFIED') AS versions_verified,
            count(*) FILTER (WHERE evidence = 'REJECTED') AS versions_rejected
          FROM version v) v,
        (SELECT count(a.id) AS attestations,
            count(DISTINCT v.id) FILTER (WHERE w.outcome = 'VERIFIED') AS verified,
            count(DISTINCT v.id) FILTER (WHERE w.outcome = 'REJECTED') AS rejected,
            count(DISTINCT v.id) FILTER (WHERE w.outcome = 'INCONCLUSIVE') AS inconclusive,
            count(DISTINCT v.id) FILTER (WHERE w.outcome = 'UNREADABLE') AS unreadable
          FROM version v
          JOIN attestation a ON a.response_id = v.response_id
          LEFT JOIN verification w ON w.id = a.verification_id) a,
        (SELECT count(DISTINCT (r.host, i.forge_id, i.row_id)) AS repositories,
            count(DISTINCT (r.host, i.forge_id, i.row_id, k.path))
              FILTER (WHERE k.path IS NOT NULL) AS workflows
          FROM (
            SELECT DISTINCT pr.repository_id, pr.workflow_id
            FROM version v
            JOIN provenance pr ON pr.attestation_id = v.provenance_id
            WHERE v.evidence <> 'REJECTED') b
          JOIN repository r ON r.id = b.repository_id
      """
              + RepositoryRows.IDENTITY
              + """
          LEFT JOIN workflow k ON k.id = b.workflow_id) s,
        (SELECT count(*) FILTER (WHERE status = 'PASSED') AS signatures_verified,
            count(*) FILTER (WHERE status = 'FAILED') AS signatures_failed
          FROM registry_signature) g
      """)
          .replace("{with_provenance}", FilterConditions.WITH_PROVENANCE);

  private static final String ARRIVALS =
      "SELECT p.name AS package_name, "
          + VersionColumns.SUMMARY
          + """
          FROM version v
          JOIN package p ON p.id = v.package_id
          """
          + VersionColumns.JOINS
          + """
          WHERE
          """
          + FilterConditions.WITH_PROVENANCE
          + """

          ORDER BY v.published_at DESC NULLS LAST, v.id DESC
          LIMIT :limit
          """;

  private static final String BY_STATUS =
      "SELECT status AS key, count(*) AS total FROM package_crawl GROUP BY status";

  private static final String BY_EVIDENCE =
      "SELECT evidence AS key, count(*) AS total FROM version GROUP BY evidence";

  /** Reads each kind by its own index, only as many rows as the page shows. */
  private static final String FAILURES =
      "SELECT p.name, v.version, "
          + Columns.CRAWL
          + ", "
          + Columns.TRY
          + """
          FROM (
            SELECT *
            FROM (
              (SELECT c.package_id, NULL::bigint AS version_id, c.last_attempt_at AS at
                FROM package_crawl c
                WHERE c.status IN ('NOT_FOUND', 'FAILED', 'UNREADABLE')
                ORDER BY c.last_attempt_at DESC, c.package_id
                LIMIT :reached)
              UNION ALL
              (SELECT a.package_id, a.version_id, a.last_at
                FROM attestation_try a
                ORDER BY a.last_at DESC, a.version_id
                LIMIT :reached)
            ) both_kinds
            ORDER BY at DESC, package_id, version_id NULLS FIRST
            OFFSET :offset LIMIT :limit
          ) f
          JOIN package p ON p.id = f.package_id
          JOIN package_crawl c ON c.package_id = f.package_id
          LEFT JOIN version v ON v.id = f.version_id
          LEFT JOIN attestation_try y ON y.version_id = f.version_id
          ORDER BY f.at DESC, f.package_id, f.version_id NULLS FIRST
          """;

  private static final String TRIES = "SELECT count(*) AS total FROM attestation_try";

  private final Sql sql;

  public OverviewQueries(Sql sql) {
    this.sql = sql;
  }

  public Overview overview(int arrivals) {
    int limit = Paging.of(0, arrivals).limit();
    return sql.read(
        connection -> {
          List<ListedVersion> newest =
              Query.of(connection, ARRIVALS).with("limit", limit).list(ListedVersion::of);
          return Query.of(connection, TOTALS).first(row -> overview(row, newest)).orElseThrow();
        });
  }

  private static Overview overview(Row row, List<ListedVersion> arrivals) throws SQLException {
    return new Overview(
        row.number("packages"),
        row.number("packages_crawled"),
        row.number("packages_with_provenance"),
        row.number("packages_verified"),
        row.number("versions"),
        row.number("versions_with_provenance"),
        row.number("versions_verified"),
        row.number("versions_rejected"),
        row.number("attestations"),
        row.number("verified"),
        row.number("rejected"),
        row.number("inconclusive"),
        row.number("unreadable"),
        row.number("repositories"),
        row.number("workflows"),
        row.number("signatures_verified"),
        row.number("signatures_failed"),
        row.optionalTime("last_crawl_at"),
        arrivals);
  }

  public CrawlOverview crawl(int offset, int limit) {
    Paging paging = Paging.of(offset, limit);
    return sql.read(
        connection -> {
          Map<CrawlStatus, Long> byStatus = counts(connection, BY_STATUS, CrawlStatus.class);
          long failed =
              byStatus.getOrDefault(CrawlStatus.NOT_FOUND, 0L)
                  + byStatus.getOrDefault(CrawlStatus.FAILED, 0L)
                  + byStatus.getOrDefault(CrawlStatus.UNREADABLE, 0L)
                  + Query.of(connection, TRIES).first(row -> row.number("total")).orElse(0L);
          List<Failure> failures =
              Query.of(connection, FAILURES)
                  .with("reached", paging.offset() + paging.limit())
                  .with("offset", paging.offset())
                  .with("limit", paging.limit())
                  .list(OverviewQueries::failure);
          return new CrawlOverview(
              byStatus,
              counts(connection, BY_EVIDENCE, Evidence.class),
              paging.page(failures, failed));
        });
  }

  private static Failure failure(Row row) throws SQLException {
    @Nullable AttestationTry attempt = Columns.attestationTry(row);
    return new Failure(
        row.text("name"),
        attempt == null ? null : new FailedPart(row.text("version"), attempt),
        Columns.crawlRecord(row));
  }

  private static <E extends Enum<E>> Map<E, Long> counts(
      Connection connection, String query, Class<E> type) throws SQLException {
    Map<E, Long> counts = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      counts.put(constant, 0L);
    }
    Query.of(connection, query)
        .each(0, row -> counts.put(row.constant("key", type), row.number("total")));
    return counts;
  }

  /** When a crawl last stored facts; empty before the first. */
  public Optional<Instant> lastCrawlAt() {
    return sql.read(
        connection ->
            Query.of(connection, DatasetQueries.LAST_CRAWL)
                .first(row -> Optional.ofNullable(row.optionalTime("last_crawl_at")))
                .flatMap(at -> at));
  }
}
