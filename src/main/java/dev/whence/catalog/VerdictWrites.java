package dev.whence.catalog;

import dev.whence.catalog.ServedResponse.Entry;
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
        SELECT a.id, c.verifier_id, c.verified_at, t.outcome, t.level, t.checks::jsonb,
          t.checks_passed, t.checks_applicable
        FROM {rows}
        JOIN version v ON v.package_id = ? AND v.version = t.version
        JOIN attestation_response r ON r.version_id = v.id AND r.sha256 = t.sha256
        JOIN attestation a ON a.response_id = r.id AND a.ordinal = t.ordinal
        CROSS JOIN (SELECT ?::bigint AS verifier_id, ?::timestamptz AS verified_at) c
        LEFT JOIN verification w ON w.id = a.verification_id
        WHERE w.id IS NULL
          OR (w.verified_at <= c.verified_at
            AND (w.verifier_id, w.outcome, w.level, w.checks)
              IS DISTINCT FROM (c.verifier_id, t.outcome, t.level, t.checks::jsonb))
        ORDER BY a.id
        RETURNING id, attestation_id, verifier_id
      )
      UPDATE attestation a
      SET verification_id = p.id, verifier_id = p.verifier_id
      FROM appended p
      WHERE a.id = p.attestation_id
      """;

  private final Connection connection;
  private final long packageId;

  VerdictWrites(Connection connection, long packageId) {
    this.connection = connection;
    this.packageId = packageId;
  }

  /** Gives how many were appended. */
  int append(List<Entry> entries, long verifierId, Instant verifiedAt) throws SQLException {
    Batch<Entry> batch =
        AttestationWrites.keyed(entries)
            .constant("outcome", e -> e.verdict().outcome())
            .constant("level", e -> e.verdict().level())
            .whole("checks", e -> JsonColumns.checks(e.verdict().checks()))
            .number("checks_passed", e -> e.verdict().passed())
            .number("checks_applicable", e -> e.verdict().applicable());
    return batch.isEmpty()
        ? 0
        : Query.of(connection, batch.into(APPEND))
            .with(batch)
            .with(packageId)
            .with(verifierId)
            .with(verifiedAt)
            .update();
  }
}
