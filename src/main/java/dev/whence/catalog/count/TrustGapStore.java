package dev.whence.catalog.count;

import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.MissingTrust;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the things that the newest verdicts lack, from time to time, and stores when each was
 * noticed.
 */
@ApplicationScoped
public class TrustGapStore {

  /** Others choose the ids. The limit keeps a publisher with many ids from making the list long. */
  private static final int MOST = 100;

  /**
   * A version counts once for each thing that its checks lack. A second run with the same verdicts
   * changes nothing.
   */
  private static final String COUNT =
      """
      WITH lacking AS (
        SELECT kind, left(id, 300) AS id, count(*) AS versions
        FROM (
          SELECT s.missing ->> 'kind' AS kind, s.missing ->> 'id' AS id, s.version_id
          FROM registry_signature s
          WHERE s.missing IS NOT NULL
          UNION
          SELECT c -> 'missing' ->> 'kind', c -> 'missing' ->> 'id', v.id
          FROM verification w
          JOIN attestation a ON a.id = w.attestation_id AND a.verification_id = w.id
          JOIN version v ON v.response_id = a.response_id
          CROSS JOIN jsonb_array_elements(w.checks) c
          WHERE w.outcome = 'INCONCLUSIVE' AND jsonb_typeof(c -> 'missing') = 'object'
        ) each_version
        WHERE kind = ANY (:kinds) AND id IS NOT NULL
        GROUP BY kind, left(id, 300)
        ORDER BY versions DESC, kind, id
        LIMIT :most
      ), gone AS (
        DELETE FROM trust_gap g
        WHERE NOT EXISTS (SELECT FROM lacking l WHERE l.kind = g.kind AND l.id = g.id)
      )
      INSERT INTO trust_gap AS g (kind, id, since, versions)
      SELECT kind, id, :now, versions FROM lacking
      ORDER BY kind, id
      ON CONFLICT (kind, id) DO UPDATE
      SET versions = EXCLUDED.versions
      WHERE g.versions <> EXCLUDED.versions
      """;

  private static final String ASKED =
      "UPDATE trust_gap SET asked_at = :at WHERE kind = ANY (:kinds)";

  private static final String ASKING =
      """
      SELECT count(*) AS gaps, count(asked_at) AS asked, max(asked_at) AS asked_at
      FROM trust_gap
      WHERE kind = ANY (:kinds)
      """;

  private final Sql sql;

  public TrustGapStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Counts again. New things get the current time; things that are no longer missing are deleted.
   */
  public void count(Instant now) {
    sql.change(
        connection ->
            Query.of(connection, COUNT)
                .with("kinds", kinds(false))
                .with("most", MOST)
                .with("now", now)
                .update());
  }

  /** Records that newer trust material was requested because of the missing things. */
  public void asked(Instant at) {
    sql.change(
        connection ->
            Query.of(connection, ASKED).with("at", at).with("kinds", kinds(true)).update());
  }

  /**
   * The requests for missing parts of the trust material.
   *
   * @param any whether anything is missing
   * @param isNew whether something is missing that was never requested
   * @param lastAt the time of the last request; absent if there was none
   */
  public record Asking(boolean any, boolean isNew, @Nullable Instant lastAt) {}

  public Asking asking() {
    return sql.readAtLength(
        connection ->
            Query.of(connection, ASKING)
                .with("kinds", kinds(true))
                .first(TrustGapStore::asking)
                .orElseThrow());
  }

  private static List<String> kinds(boolean ofTrustMaterial) {
    return Arrays.stream(MissingTrust.Kind.values())
        .filter(kind -> !ofTrustMaterial || kind.isOfTrustMaterial())
        .map(Enum::name)
        .toList();
  }

  private static Asking asking(Row row) throws SQLException {
    long gaps = row.number("gaps");
    return new Asking(gaps > 0, gaps > row.number("asked"), row.optionalTime("asked_at"));
  }
}
