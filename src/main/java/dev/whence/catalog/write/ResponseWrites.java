package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the served responses of versions, and the evidence that follows. */
final class ResponseWrites {

  /** Limits the memory of a statement, here and in Postgres. */
  private static final int STATEMENT_BYTES = 8 * 1024 * 1024;

  private static final String UPSERT =
      """
      INSERT INTO attestation_response AS r
        (version_id, sha256, url, fetched_at, size, body, problem)
      SELECT v.id, t.sha256, t.url, t.fetched_at, t.size, t.body, t.problem
      FROM {rows}
      JOIN version v ON v.package_id = t.package_id AND v.version = t.version
      ORDER BY v.id
      ON CONFLICT (version_id, sha256) DO UPDATE
      SET problem = EXCLUDED.problem
      WHERE r.problem IS DISTINCT FROM EXCLUDED.problem
      """;

  /**
   * The worst verdict on a provenance decides; without provenance, the other content of the
   * response decides. A response changes nothing if it was requested before the current one was
   * first served. If the registry was not {asked}, only the current response counts. A response
   * that was served before it was found missing does not change the later state.
   */
  private static final String EVIDENCE =
      """
      WITH served AS (
        SELECT v.id, r.id AS response_id, r.problem, t.fetched_at,
          CASE WHEN v.response_id = r.id THEN v.response_at ELSE t.fetched_at END AS response_at
        FROM {rows}
        JOIN version v ON v.package_id = t.package_id AND v.version = t.version
        JOIN attestation_response r ON r.version_id = v.id AND r.sha256 = t.sha256
        WHERE v.response_id = r.id
          OR {asked} AND (v.response_id IS NULL OR v.response_at < t.fetched_at)
      ), ranked AS (
        SELECT s.id, a.id AS attestation_id, a.kind, a.verification_id, a.ordinal,
          CASE
            WHEN a.kind = 'PROVENANCE' THEN CASE w.outcome
              WHEN 'REJECTED' THEN 0 WHEN 'UNREADABLE' THEN 1 WHEN 'INCONCLUSIVE' THEN 2
              WHEN 'VERIFIED' THEN 4 ELSE 3 END
            WHEN w.outcome = 'REJECTED' THEN 10
            WHEN a.kind IS NULL THEN 11
            WHEN a.kind = 'PUBLISH' THEN 12
            ELSE 13 END AS rank
        FROM served s
        JOIN attestation a ON a.response_id = s.response_id
        LEFT JOIN verification w ON w.id = a.verification_id
      ), deciding AS (
        SELECT DISTINCT ON (id) * FROM ranked ORDER BY id, rank, ordinal
      ), derived AS (
        SELECT s.id, s.response_id, s.response_at, s.fetched_at,
          CASE WHEN d.kind = 'PROVENANCE' THEN d.attestation_id END AS provenance_id,
          CASE WHEN d.kind = 'PROVENANCE' THEN d.verification_id END AS verification_id,
          CASE
            WHEN s.problem IS NOT NULL THEN 'UNREADABLE'
            WHEN d.rank IN (0, 10) THEN 'REJECTED'
            WHEN d.rank IN (2, 13) THEN 'INCONCLUSIVE'
            WHEN d.rank = 3 THEN 'NOT_CHECKED'
            WHEN d.rank = 4 THEN 'VERIFIED'
            WHEN d.rank = 12 THEN 'PUBLISH_ONLY'
            ELSE 'UNREADABLE' END AS evidence
        FROM served s
        LEFT JOIN deciding d ON d.id = s.id
      )
      UPDATE version v
      SET response_id = e.response_id, response_at = e.response_at,
        response_missing_since = CASE WHEN NOT {asked} OR v.response_missing_since > e.fetched_at
          THEN v.response_missing_since END,
        provenance_id = e.provenance_id, verification_id = e.verification_id,
        evidence = e.evidence
      FROM derived e
      WHERE v.id = e.id
        AND (v.response_id, v.response_at, v.response_missing_since, v.provenance_id,
          v.verification_id, v.evidence)
        IS DISTINCT FROM (e.response_id, e.response_at,
          CASE WHEN NOT {asked} OR v.response_missing_since > e.fetched_at
            THEN v.response_missing_since END,
          e.provenance_id, e.verification_id, e.evidence)
      """;

  private static final String NOT_FOUND =
      """
      UPDATE version v
      SET evidence = CASE WHEN v.response_id IS NULL THEN 'NOT_FOUND' ELSE v.evidence END,
        response_missing_since = CASE WHEN v.response_id IS NOT NULL
          THEN coalesce(v.response_missing_since, t.at) END
      FROM {rows}
      WHERE v.package_id = t.package_id AND v.version = t.version
        AND (v.response_at IS NULL OR v.response_at < t.at)
        AND CASE WHEN v.response_id IS NULL
          THEN v.evidence <> 'NOT_FOUND' ELSE v.response_missing_since IS NULL END
      """;

  private final Connection connection;

  ResponseWrites(Connection connection) {
    this.connection = connection;
  }

  void responses(List<ServedResponse> responses) throws SQLException {
    List<ServedResponse> statement = new ArrayList<>();
    long bytes = 0;
    for (ServedResponse response : responses) {
      statement.add(response);
      bytes += response.body().length;
      if (bytes > STATEMENT_BYTES) {
        upsert(statement);
        statement.clear();
        bytes = 0;
      }
    }
    upsert(statement);
  }

  private void upsert(List<ServedResponse> responses) throws SQLException {
    Batch<ServedResponse> batch =
        identified(responses)
            .text("url", ServedResponse::url)
            .number("size", response -> response.body().length)
            .bytes("body", response -> Compressed.compress(response.body()))
            .text("problem", ServedResponse::problem);
    update(batch, UPSERT);
  }

  /** Call it when the attestations and their verdicts are written. */
  void evidence(List<ServedResponse> responses) throws SQLException {
    update(identified(responses), EVIDENCE.replace("{asked}", "true"));
  }

  /** Like {@link #evidence}, for new verdicts on older responses. */
  void evidenceAgain(List<ServedResponse> responses) throws SQLException {
    update(identified(responses), EVIDENCE.replace("{asked}", "false"));
  }

  private static Batch<ServedResponse> identified(List<ServedResponse> responses) {
    return Batch.of(responses)
        .number("package_id", ServedResponse::packageId)
        .key("version", ServedResponse::version)
        .bytes("sha256", ServedResponse::sha256)
        .time("fetched_at", ServedResponse::fetchedAt);
  }

  private record Missing(long packageId, String version, Instant at) {}

  void notServed(List<PackageWrite> writes) throws SQLException {
    List<Missing> missing = new ArrayList<>();
    for (PackageWrite write : writes) {
      write
          .crawl()
          .attestations()
          .forEach(
              (version, fetch) -> {
                if (fetch instanceof AttestationFetch.NotServed notServed) {
                  missing.add(new Missing(write.id(), version, notServed.fetchedAt()));
                }
              });
    }
    Batch<Missing> batch =
        Batch.of(missing)
            .number("package_id", Missing::packageId)
            .key("version", Missing::version)
            .time("at", Missing::at);
    update(batch, NOT_FOUND);
  }

  private void update(Batch<?> batch, String statement) throws SQLException {
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(statement)).with(batch).update();
    }
  }
}
