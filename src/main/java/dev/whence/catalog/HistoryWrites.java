package dev.whence.catalog;

import dev.whence.provenance.PackumentVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends to package_event what a crawl noticed. Both statements compare with what is stored, so
 * the same facts again append nothing.
 */
final class HistoryWrites {

  /**
   * A version that only the packument's times name has no facts to compare: it was removed as it
   * was added. Tags are each taken once, whatever cleaning made of them. Lists show what was
   * appended last first: another file before all else, dist-tags behind.
   */
  private static final String CHANGES =
      """
      WITH stored AS (
        SELECT v.version, v.dist_tags, v.removed_at IS NOT NULL AS is_removed,
          v.removed_at IS DISTINCT FROM v.added_at AS has_facts, v.deprecated, v.publisher,
          v.trusted_publisher, v.approver, v.integrity, v.shasum
        FROM version v
        WHERE v.package_id = ?
      ), served AS (
        SELECT * FROM {rows}
      ), tag_before AS (
        SELECT DISTINCT ON (tag) u.tag COLLATE "C" AS tag, version
        FROM stored, unnest(dist_tags) AS u (tag)
        ORDER BY tag, version
      ), tag_after AS (
        SELECT DISTINCT ON (tag) u.tag COLLATE "C" AS tag, version
        FROM served, unnest(dist_tags::text[]) AS u (tag)
        ORDER BY tag, version
      ), change AS (
        SELECT CASE WHEN b.version IS NULL THEN 'DIST_TAG_ADDED'
            WHEN a.version IS NULL THEN 'DIST_TAG_REMOVED'
            ELSE 'DIST_TAG_MOVED' END AS kind,
          NULL AS version, tag, b.version AS before, a.version AS after
        FROM tag_before b
        FULL JOIN tag_after a USING (tag)
        WHERE a.version IS DISTINCT FROM b.version
        UNION ALL
        SELECT CASE WHEN n.is_there THEN 'VERSION_RESTORED' ELSE 'VERSION_UNPUBLISHED' END,
          version, NULL, NULL, NULL
        FROM stored s
        FULL JOIN served n USING (version)
        WHERE CASE WHEN n.is_there THEN s.is_removed ELSE s.is_removed IS NOT TRUE END
        UNION ALL
        SELECT c.kind, version, NULL, c.before, c.after
        FROM stored s
        JOIN served n USING (version)
        CROSS JOIN LATERAL (VALUES
          (CASE WHEN s.deprecated IS NULL THEN 'DEPRECATED'
            WHEN n.deprecated IS NULL THEN 'UNDEPRECATED'
            ELSE 'DEPRECATION_CHANGED' END, s.deprecated, n.deprecated),
          ('PUBLISHER_CHANGED', s.publisher, n.publisher),
          ('TRUSTED_PUBLISHER_CHANGED', s.trusted_publisher, n.trusted_publisher),
          ('APPROVER_CHANGED', s.approver, n.approver),
          ('INTEGRITY_CHANGED', s.integrity, n.integrity),
          ('SHASUM_CHANGED', s.shasum, n.shasum)
        ) AS c (kind, before, after)
        WHERE n.is_there AND s.has_facts AND c.before IS DISTINCT FROM c.after
      )
      INSERT INTO package_event (package_id, kind, version, tag, before, after, noticed_at)
      SELECT ?, kind, version, tag, before, after, ?
      FROM change
      ORDER BY tag IS NULL, kind IN ('INTEGRITY_CHANGED', 'SHASUM_CHANGED'), kind DESC, version, tag
      """;

  /**
   * What holds is told once, and so is its end. It is told anew where the registry gives it another
   * time: then it ended in between. One package at a time: for several, Postgres joins whole tables
   * that it still takes for empty.
   */
  private static final String STATES =
      """
      WITH crawl AS (
        SELECT ?::bigint AS package_id, ?::timestamptz AS at
      ), holds AS (
        SELECT 'ATTESTATIONS_MISSING' AS kind, v.version, NULL AS after,
          v.response_missing_since AS noticed_at, NULL::timestamptz AS happened_at
        FROM crawl
        JOIN version v USING (package_id)
        WHERE v.response_missing_since IS NOT NULL
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

  /** A version as the packument has it; without facts where only its times name it. */
  private record Served(String version, List<String> distTags, @Nullable PackumentVersion facts) {}

  /**
   * What differs between the packument and what is stored; to be called before it is stored, and
   * not for a first crawl, to which everything is new.
   */
  void changes(PackageWrite write) throws SQLException {
    List<Served> served =
        Stream.concat(
                write.listed().stream()
                    .map(v -> new Served(v.facts().version(), v.distTags(), v.facts())),
                write.packument().removedVersions().keySet().stream()
                    .map(version -> new Served(version, List.of(), null)))
            .toList();
    Batch<Served> batch =
        Batch.of(served)
            .key("version", Served::version)
            .texts("dist_tags", Served::distTags)
            .flag("is_there", version -> version.facts() != null)
            .text("deprecated", fact(PackumentVersion::deprecated))
            .text("publisher", fact(PackumentVersion::publisher))
            .text("trusted_publisher", fact(PackumentVersion::trustedPublisher))
            .text("approver", fact(PackumentVersion::approver))
            .text("integrity", fact(PackumentVersion::integrity))
            .text("shasum", fact(PackumentVersion::shasum));
    Query.of(connection, batch.into(CHANGES))
        .with(write.id())
        .with(batch)
        .with(write.id())
        .with(write.at())
        .update();
  }

  private static Function<Served, @Nullable String> fact(
      Function<PackumentVersion, @Nullable String> fact) {
    return version -> version.facts() == null ? null : fact.apply(version.facts());
  }

  /** What began to hold or ended; to be called when the facts and the status are stored. */
  void states(long packageId, Instant at) throws SQLException {
    Query.of(connection, STATES).with(packageId).with(at).update();
  }
}
