package dev.whence.catalog.read;

import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Streams whole data sets through a cursor, in a fixed order, from one snapshot. */
@ApplicationScoped
public class DatasetQueries {

  /** The number of rows in memory at a time. */
  private static final int FETCH_SIZE = 500;

  private static final String ATTESTATIONS =
      """
      SELECT p.name AS package_name, v.version, v.published_at, r.sha256,
        pr.attestation_id AS provenance_id,
      """
          + AttestationSelect.VERDICT
          + ", "
          + AttestationSelect.ATTESTATION
          + ", "
          + VersionColumns.PROVENANCE
          + """
          FROM package p
          JOIN version v ON v.package_id = p.id
          JOIN attestation_response r ON r.id = v.response_id
          JOIN attestation a ON a.response_id = r.id
          JOIN verification w ON w.id = a.verification_id
          JOIN verifier f ON f.id = w.verifier_id
          LEFT JOIN provenance pr ON pr.attestation_id = a.id
          LEFT JOIN repository s ON s.id = pr.repository_id
          LEFT JOIN builder b ON b.id = pr.builder_id
          ORDER BY p.name, v.sort_key, v.version, a.ordinal
          """;

  static final String LAST_CRAWL =
      "SELECT max(last_success_at) AS last_crawl_at FROM package_crawl";

  private final Sql sql;

  public DatasetQueries(Sql sql) {
    this.sql = sql;
  }

  /** When a crawl last stored facts; empty before the first. */
  public Optional<Instant> lastCrawlAt() {
    return sql.readAtLength(
        connection ->
            Query.of(connection, LAST_CRAWL)
                .first(row -> Optional.ofNullable(row.optionalTime("last_crawl_at")))
                .flatMap(at -> at));
  }

  /** The same counts as on the adoption page, without a time limit. */
  public List<AdoptionDay> adoption() {
    return sql.readAtLength(AdoptionQueries::allDays);
  }

  /**
   * Every attestation by package name, version in semver order, ordinal. Returns the number of
   * rows.
   */
  public long attestations(Consumer<AttestationRow> rows) {
    AtomicLong count = new AtomicLong();
    sql.snapshot(
        connection -> {
          Query.of(connection, ATTESTATIONS)
              .each(
                  FETCH_SIZE,
                  row -> {
                    rows.accept(attestation(row));
                    count.incrementAndGet();
                  });
          return true;
        });
    return count.get();
  }

  private static AttestationRow attestation(Row row) throws SQLException {
    return new AttestationRow(
        row.text("package_name"),
        row.text("version"),
        row.optionalTime("published_at"),
        row.integer("ordinal"),
        AttestationSelect.attestation(row),
        AttestationSelect.verdict(row),
        row.hex("sha256"));
  }
}
