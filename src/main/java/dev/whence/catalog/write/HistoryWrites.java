package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Appends the changes that a crawl noticed to package_event. It compares with the stored facts, so
 * the same facts again append nothing.
 */
final class HistoryWrites {

  private static final String APPEND =
      """
      INSERT INTO package_event (package_id, kind, version, tag, before, after, noticed_at)
      SELECT :package_id, kind, version, tag, before, after, :at
      FROM {rows}
      ORDER BY place
      """;

  /**
   * A state is recorded once, and its end once. If the registry gives it another time, it is
   * recorded again, because it ended in between. One package at a time: for several, Postgres would
   * join whole tables, because it takes them for empty.
   */
  private static final String STATES =
      """
      WITH crawl AS (
        SELECT :package_id::bigint AS package_id, :at::timestamptz AS at
      ), holds AS (
        SELECT 'ATTESTATIONS_MISSING' AS kind, v.version, NULL AS after,
          v.response_missing_since AS noticed_at, NULL::timestamptz AS happened_at
        FROM crawl
        JOIN version v USING (package_id)
        WHERE v.response_missing_since IS NOT NULL
        UNION ALL
        SELECT 'ATTESTATIONS_NOT_ADVERTISED', v.version, NULL, v.not_advertised_since, NULL
        FROM crawl
        JOIN version v USING (package_id)
        WHERE v.not_advertised_since IS NOT NULL
        UNION ALL
        SELECT 'SECURITY_TAKEDOWN', NULL, v.version, at, v.published_at
        FROM crawl
        JOIN package p ON p.id = crawl.package_id
        JOIN version v ON v.id = p.latest_version_id
        WHERE {takedown}
        UNION ALL
        SELECT 'PACKAGE_UNPUBLISHED', NULL, NULL, at, p.unpublished_at
        FROM crawl
        JOIN package p ON p.id = crawl.package_id
        WHERE p.unpublished_at IS NOT NULL
        UNION ALL
        SELECT 'PACKAGE_NOT_FOUND', NULL, NULL, at, NULL
        FROM crawl
        JOIN package_crawl c USING (package_id)
        WHERE c.status = 'NOT_FOUND' AND c.facts_at IS NOT NULL
      ), told AS (
        SELECT DISTINCT ON (s.kind, e.version) s.kind, s.ended, e.version, e.happened_at,
          e.kind = s.kind AS is_open
        FROM crawl
        JOIN package_event e USING (package_id)
        JOIN (VALUES ('ATTESTATIONS_MISSING', 'ATTESTATIONS_SERVED_AGAIN'),
          ('ATTESTATIONS_NOT_ADVERTISED', 'ATTESTATIONS_ADVERTISED_AGAIN'),
          ('SECURITY_TAKEDOWN', 'TAKEDOWN_ENDED'),
          ('PACKAGE_UNPUBLISHED', 'PACKAGE_RESTORED'),
          ('PACKAGE_NOT_FOUND', 'PACKAGE_FOUND_AGAIN')) AS s (kind, ended)
          ON e.kind IN (s.kind, s.ended)
        ORDER BY s.kind, e.version, e.id DESC
      )
      INSERT INTO package_event (package_id, kind, version, after, noticed_at, happened_at)
      SELECT package_id, coalesce(h.kind, t.ended), coalesce(h.version, t.version), h.after,
        coalesce(h.noticed_at, at), h.happened_at
      FROM holds h
      FULL JOIN told t ON t.kind = h.kind
        AND coalesce(t.version, '') = coalesce(h.version, '')
      CROSS JOIN crawl
      WHERE CASE WHEN h.kind IS NULL THEN t.is_open
        ELSE t.is_open IS NOT TRUE OR t.happened_at IS DISTINCT FROM h.happened_at END
      ORDER BY 2, 3
      """
          .replace("{takedown}", Columns.TAKEDOWN);

  private final Connection connection;

  HistoryWrites(Connection connection) {
    this.connection = connection;
  }

  private record Placed(int place, PackageChange change) {}

  /**
   * Appends the differences between the packument and the stored facts. Call it before the
   * packument is stored, and not for a first crawl, because there everything is new.
   */
  void changes(PackageWrite write) throws SQLException {
    List<PackageChange> changes = HistoryChanges.of(connection, write);
    if (changes.isEmpty()) {
      return;
    }
    Batch<Placed> batch =
        Batch.of(
                IntStream.range(0, changes.size())
                    .mapToObj(place -> new Placed(place, changes.get(place)))
                    .toList())
            .number("place", Placed::place)
            .constant("kind", placed -> placed.change().kind())
            .key("version", placed -> placed.change().version())
            .key("tag", placed -> placed.change().tag())
            .text("before", placed -> placed.change().before())
            .text("after", placed -> placed.change().after());
    Query.of(connection, batch.into(APPEND))
        .with("package_id", write.id())
        .with("at", write.at())
        .with(batch)
        .update();
  }

  /** Appends the states that began or ended. Call it when the facts and the status are stored. */
  void states(long packageId, Instant at) throws SQLException {
    Query.of(connection, STATES).with("package_id", packageId).with("at", at).update();
  }
}
