package dev.whence.catalog.write;

import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.write.StaleVerdicts.Position;
import dev.whence.catalog.write.StaleVerdicts.StoredResponse;
import dev.whence.catalog.write.StaleVerdicts.StoredSignature;
import dev.whence.catalog.write.StaleVerdicts.Subject;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects the stale verdicts after {@code :after_verifier} and {@code :after_id}. {@link
 * StaleVerdicts.Which#in} defines which verdicts are stale.
 */
final class StaleSelect {

  private static final String SUBJECT =
      """
      p.name, v.version, v.integrity, v.published_at, s.key_ids, s.signatures
      """;

  static final String ATTESTATIONS =
      """
      SELECT coalesce(a.verifier_id, 0) AS verifier, a.id, r.id AS response_id, r.url,
        r.fetched_at, r.body,
      """
          + SUBJECT
          + """
          FROM attestation a
          JOIN attestation_response r ON r.id = a.response_id
          JOIN version v ON v.id = r.version_id
          JOIN package p ON p.id = v.package_id
          LEFT JOIN registry_signature s ON s.version_id = v.id
          WHERE (coalesce(a.verifier_id, 0), a.id) > (:after_verifier, :after_id) AND {stale:a}
          ORDER BY coalesce(a.verifier_id, 0), a.id
          LIMIT :limit
          """;

  /**
   * Attestations that were inconclusive because something was missing, and were signed before the
   * trust material was last confirmed. The same verifier can judge them now. If a result stays
   * inconclusive, it is listed again only after the next confirmation.
   */
  static final String DECIDABLE =
      """
      SELECT a.verifier_id AS verifier, w.id, r.id AS response_id, r.url, r.fetched_at, r.body,
      """
          + SUBJECT
          + """
          FROM verification w
          JOIN attestation a ON a.id = w.attestation_id AND a.verification_id = w.id
          JOIN attestation_response r ON r.id = a.response_id
          JOIN version v ON v.id = r.version_id
          JOIN package p ON p.id = v.package_id
          LEFT JOIN registry_signature s ON s.version_id = v.id
          WHERE w.outcome = 'INCONCLUSIVE' AND (w.verifier_id, w.id) > (:after_verifier, :after_id) AND w.verifier_id = :verifier
            AND EXISTS (
              SELECT FROM jsonb_array_elements(w.checks) c
              WHERE (c -> 'missing' ->> 'judgedAfter')::timestamptz
                < CASE c -> 'missing' ->> 'kind' WHEN 'NPM_KEY' THEN :keys_at::timestamptz
                  ELSE :root_at::timestamptz END)
          ORDER BY w.id
          LIMIT :limit
          """;

  static final String DECIDABLE_SIGNATURES =
      """
      SELECT s.verifier_id AS verifier, s.version_id AS id, s.checked_at,
      """
          + SUBJECT
          + """
          FROM registry_signature s
          JOIN version v ON v.id = s.version_id
          JOIN package p ON p.id = v.package_id
          WHERE s.missing IS NOT NULL AND (s.verifier_id, s.version_id) > (:after_verifier, :after_id)
            AND s.verifier_id = :verifier AND (s.missing ->> 'judgedAfter')::timestamptz < :keys_at::timestamptz
          ORDER BY s.version_id
          LIMIT :limit
          """;

  static final String SIGNATURES =
      """
      SELECT coalesce(s.verifier_id, 0) AS verifier, s.version_id AS id, s.checked_at,
      """
          + SUBJECT
          + """
          FROM registry_signature s
          JOIN version v ON v.id = s.version_id
          JOIN package p ON p.id = v.package_id
          WHERE (coalesce(s.verifier_id, 0), s.version_id) > (:after_verifier, :after_id) AND {stale:s}
          ORDER BY coalesce(s.verifier_id, 0), s.version_id
          LIMIT :limit
          """;

  static final String COUNT = "SELECT count(*) AS attestations FROM attestation a WHERE {stale:a}";

  private StaleSelect() {}

  static StoredResponse response(Row row) throws SQLException {
    return new StoredResponse(
        position(row),
        row.number("response_id"),
        subject(row),
        row.text("url"),
        row.time("fetched_at"),
        Compressed.expand(row.bytes("body")));
  }

  static StoredSignature signature(Row row) throws SQLException {
    return new StoredSignature(position(row), subject(row), row.optionalTime("checked_at"));
  }

  private static Position position(Row row) throws SQLException {
    return new Position(row.number("verifier"), row.number("id"));
  }

  private static Subject subject(Row row) throws SQLException {
    List<String> keys = row.texts("key_ids");
    List<String> signatures = row.texts("signatures");
    List<RegistrySignature> pairs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.add(new RegistrySignature(keys.get(i), signatures.get(i)));
    }
    return new Subject(
        new PackageName(row.text("name")),
        row.text("version"),
        row.optionalText("integrity"),
        row.optionalTime("published_at"),
        List.copyOf(pairs));
  }
}
