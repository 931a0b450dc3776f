package dev.whence.catalog.write;

import dev.whence.catalog.EventKind;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.provenance.PackumentVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the differences between a packument and the stored facts of the package. */
final class HistoryChanges {

  /** The kind of event for a {@link DigestChange}, if any. */
  private static final String DIGESTS = "DIGESTS";

  /**
   * A version that only the packument's times name has no facts to compare: it was removed when it
   * was added. A fact is compared only if it was stated before and is stated now. Each tag is taken
   * once, also after cleaning. A difference of less than a minute between two publish times is
   * rounding. Earlier rules of reading did not see a tag of a version that the registry does not
   * have, and {@code deprecated: true}. Lists show the last appended change first: so another file
   * comes first, and dist-tags last.
   */
  private static final String CHANGES =
      """
      WITH crawl AS (
        SELECT :package_id::bigint AS package_id, :states_tags::boolean AS states_tags, :same_rules::boolean AS same_rules
      ), o AS (
        SELECT v.version, v.dist_tags, v.removed_at IS NOT NULL AS is_removed,
          v.removed_at IS DISTINCT FROM v.added_at AS has_facts, v.deprecated, v.publisher,
          v.trusted_publisher, v.approver, v.integrity, v.shasum, v.published_at
        FROM version v
        WHERE v.package_id = (SELECT package_id FROM crawl)
      ), t AS (
        SELECT * FROM {rows}
      ), tag_before AS (
        SELECT DISTINCT ON (tag) u.tag COLLATE "C" AS tag, u.version
        FROM (
          SELECT unnest(o.dist_tags) AS tag, o.version FROM o
          UNION ALL
          SELECT d.key, d.value
          FROM crawl
          JOIN package p ON p.id = crawl.package_id
          CROSS JOIN LATERAL jsonb_each_text(p.dangling_tags) d
        ) u
        ORDER BY tag, version
      ), tag_after AS (
        SELECT DISTINCT ON (tag) u.tag COLLATE "C" AS tag, t.version, t.has_facts AS is_served
        FROM t, unnest(t.dist_tags::text[]) AS u (tag)
        ORDER BY tag, version
      ), change AS (
        SELECT CASE WHEN b.version IS NULL THEN 'DIST_TAG_ADDED'
            WHEN a.version IS NULL THEN 'DIST_TAG_REMOVED'
            ELSE 'DIST_TAG_MOVED' END AS kind,
          NULL AS version, tag, b.version AS before, a.version AS after,
          NULL AS shasum_before, NULL AS shasum_after
        FROM tag_before b
        FULL JOIN tag_after a USING (tag)
        CROSS JOIN crawl
        WHERE crawl.states_tags AND a.version IS DISTINCT FROM b.version
          AND (crawl.same_rules OR b.version IS NOT NULL OR a.is_served)
        UNION ALL
        SELECT CASE WHEN t.has_facts THEN 'VERSION_RESTORED' ELSE 'VERSION_REMOVED' END,
          version, NULL, NULL, NULL, NULL, NULL
        FROM o
        FULL JOIN (SELECT * FROM t WHERE t.is_named) t USING (version)
        WHERE CASE WHEN t.has_facts THEN o.is_removed ELSE o.is_removed IS NOT TRUE END
        UNION ALL
        SELECT c.kind, version, NULL, c.before, c.after, c.shasum_before, c.shasum_after
        FROM o
        JOIN t USING (version)
        CROSS JOIN crawl
        CROSS JOIN LATERAL (SELECT {deprecated} AS deprecated) m
        CROSS JOIN LATERAL (VALUES
          (CASE WHEN o.deprecated IS NULL THEN 'DEPRECATED'
            WHEN m.deprecated IS NULL THEN 'UNDEPRECATED'
            ELSE 'DEPRECATION_CHANGED' END, o.deprecated, m.deprecated, NULL, NULL,
            crawl.same_rules OR m.deprecated IS DISTINCT FROM 'true'),
          ('PUBLISHER_CHANGED', o.publisher, t.publisher, NULL, NULL,
            o.publisher IS NOT NULL AND t.publisher IS NOT NULL),
          ('TRUSTED_PUBLISHER_CHANGED', o.trusted_publisher, t.trusted_publisher, NULL, NULL,
            o.publisher IS NOT NULL AND t.publisher IS NOT NULL),
          ('APPROVER_CHANGED', o.approver, t.approver, NULL, NULL,
            o.publisher IS NOT NULL AND t.publisher IS NOT NULL),
          ('PUBLISH_TIME_CHANGED', {time_before}, {time_after}, NULL, NULL,
            abs(extract(epoch FROM t.published_at - o.published_at)) >= 60),
          ('{digests}', o.integrity, coalesce(t.integrity, o.integrity), o.shasum,
            coalesce(t.shasum, o.shasum), true)
        ) AS c (kind, before, after, shasum_before, shasum_after, is_comparable)
        WHERE t.has_facts AND o.has_facts AND c.is_comparable
          AND (c.before, c.shasum_before) IS DISTINCT FROM (c.after, c.shasum_after)
      )
      SELECT kind, version, tag, before, after, shasum_before, shasum_after
      FROM change
      ORDER BY tag IS NULL, kind = '{digests}', kind DESC, version, tag
      """
          .replace("{deprecated}", StatedFacts.DEPRECATED)
          .replace("{time_before}", asText("o.published_at"))
          .replace("{time_after}", asText("t.published_at"))
          .replace("{digests}", DIGESTS);

  private HistoryChanges() {}

  /**
   * A version in the packument.
   *
   * @param facts absent if {@code versions} lacks it
   * @param isNamed whether something other than a dist-tag names it
   */
  private record Served(
      String version, List<String> distTags, @Nullable PackumentVersion facts, boolean isNamed) {}

  static List<PackageChange> of(Connection connection, PackageWrite write) throws SQLException {
    Batch<Served> batch =
        Batch.of(served(write))
            .key("version", Served::version)
            .texts("dist_tags", Served::distTags)
            .flag("has_facts", version -> version.facts() != null)
            .flag("is_named", Served::isNamed)
            .text("deprecated", fact(PackumentVersion::deprecated))
            .text("publisher", fact(PackumentVersion::publisher))
            .text("trusted_publisher", fact(PackumentVersion::trustedPublisher))
            .text("approver", fact(PackumentVersion::approver))
            .text("integrity", fact(PackumentVersion::integrity))
            .text("shasum", fact(PackumentVersion::shasum))
            .time("published_at", fact(PackumentVersion::publishedAt));
    List<PackageChange> changes = new ArrayList<>();
    Query.of(connection, batch.into(CHANGES))
        .with("package_id", write.id())
        .with("states_tags", write.statesTags())
        .with("same_rules", write.isByTheSameRules())
        .with(batch)
        .each(0, row -> changes.addAll(read(row)));
    return changes;
  }

  /** Every version that the packument names anywhere, each once. */
  private static List<Served> served(PackageWrite write) {
    Map<String, List<String>> dangling = new HashMap<>();
    write
        .danglingTags()
        .forEach(
            (tag, version) -> dangling.computeIfAbsent(version, _ -> new ArrayList<>()).add(tag));
    Stream<Served> listed =
        write.listed().stream()
            .map(v -> new Served(v.facts().version(), v.distTags(), v.facts(), true));
    List<Served> removed =
        write.packument().removedVersions().keySet().stream()
            .map(version -> removed(version, dangling.remove(Clean.key(version))))
            .toList();
    return Stream.of(
            listed,
            removed.stream(),
            dangling.entrySet().stream()
                .map(tagged -> new Served(tagged.getKey(), tagged.getValue(), null, false)))
        .flatMap(all -> all)
        .toList();
  }

  private static Served removed(String version, @Nullable List<String> tags) {
    return new Served(version, tags == null ? List.of() : tags, null, true);
  }

  private static <T> Function<Served, @Nullable T> fact(
      Function<PackumentVersion, ? extends @Nullable T> fact) {
    return version -> version.facts() == null ? null : fact.apply(version.facts());
  }

  private static List<PackageChange> read(Row row) throws SQLException {
    String kind = row.text("kind");
    @Nullable String before = row.optionalText("before");
    @Nullable String after = row.optionalText("after");
    if (kind.equals(DIGESTS)) {
      return new DigestChange(
              row.text("version"),
              before,
              after,
              row.optionalText("shasum_before"),
              row.optionalText("shasum_after"))
          .changes();
    }
    boolean areTimes = kind.equals(EventKind.PUBLISH_TIME_CHANGED.name());
    return List.of(
        new PackageChange(
            EventKind.valueOf(kind),
            row.optionalText("version"),
            row.optionalText("tag"),
            areTimes ? time(before) : before,
            areTimes ? time(after) : after));
  }

  private static @Nullable String time(@Nullable String text) {
    return text == null ? null : Instant.parse(text).toString();
  }

  /** A time in UTC as {@link Instant#parse} takes it. */
  private static String asText(String time) {
    return "to_char(" + time + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }
}
