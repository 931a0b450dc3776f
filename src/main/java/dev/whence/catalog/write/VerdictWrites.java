package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.provenance.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Appends verdicts. */
final class VerdictWrites {

  /** A verdict equal to the newest one, or older than it, is not appended. */
  private static final String APPEND =
      """
      WITH appended AS (
        INSERT INTO verification (attestation_id, verifier_id, verified_at, outcome, level, checks,
          checks_passed, checks_applicable)
        SELECT a.id, t.verifier_id, t.verified_at, t.outcome, t.level, t.checks::jsonb,
          t.checks_passed, t.checks_applicable
        FROM {rows}
        JOIN version v ON v.package_id = t.package_id AND v.version = t.version
        JOIN attestation_response r ON r.version_id = v.id AND r.sha256 = t.sha256
        JOIN attestation a ON a.response_id = r.id AND a.ordinal = t.ordinal
        LEFT JOIN verification w ON w.id = a.verification_id
        WHERE w.id IS NULL
          OR (w.verified_at <= t.verified_at
            AND (w.verifier_id, w.outcome, w.level, w.checks)
              IS DISTINCT FROM (t.verifier_id, t.outcome, t.level, t.checks::jsonb))
        ORDER BY a.id
        RETURNING id, attestation_id, verifier_id
      )
      UPDATE attestation a
      SET verification_id = p.id, verifier_id = p.verifier_id
      FROM appended p
      WHERE a.id = p.attestation_id
      """;

  private final Connection connection;

  VerdictWrites(Connection connection) {
    this.connection = connection;
  }

  /** An attestation with the verifier and the time of its verdict. */
  record Judged(Entry entry, long verifierId, Instant at) {

    Verdict verdict() {
      return entry.verdict();
    }
  }

  /** Returns the number of appended verdicts. */
  int append(List<Judged> judged) throws SQLException {
    Batch<Judged> batch =
        AttestationWrites.keyed(judged, Judged::entry)
            .constant("outcome", j -> j.verdict().outcome())
            .constant("level", j -> j.verdict().level())
            .whole("checks", j -> JsonColumns.checks(j.verdict().checks()))
            .number("checks_passed", j -> j.verdict().passed())
            .number("checks_applicable", j -> j.verdict().applicable())
            .number("verifier_id", Judged::verifierId)
            .time("verified_at", Judged::at);
    return batch.isEmpty() ? 0 : Query.of(connection, batch.into(APPEND)).with(batch).update();
  }
}
