package dev.whence.catalog.write;

import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.JsonColumns;
import dev.whence.catalog.sql.Locked;
import dev.whence.catalog.sql.Query;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes package and package_crawl. */
public final class PackageWrites {

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO package (name, added_at)
        SELECT DISTINCT t.name, :at::timestamptz
        FROM {rows}
        WHERE NOT EXISTS (SELECT FROM package p WHERE p.name = t.name)
        ORDER BY t.name
        ON CONFLICT DO NOTHING
        RETURNING id, added_at
      )
      INSERT INTO package_crawl (package_id, status, status_since, next_try_at, changed)
      SELECT id, 'PENDING', added_at, added_at, true
      FROM added
      """;

  private static final String LOCK =
      """
      SELECT p.name, c.package_id, c.facts_at, c.outstanding, c.packument_rules
      FROM {rows}
      JOIN package p ON p.name = t.name
      JOIN package_crawl c ON c.package_id = p.id
      ORDER BY c.package_id
      FOR UPDATE OF c
      """;

  /**
   * In the order of ids, like the storing of popularity. Facts that the packument does not state
   * stay. The registry takes the description from the latest version, so another latest version can
   * be without one.
   */
  private static final String FACTS =
      """
      UPDATE package p
      SET description = f.description, created_at = f.created_at, modified_at = f.modified_at,
        unpublished_at = f.unpublished_at, latest_version_id = f.latest_version_id,
        dangling_tags = f.dangling_tags, downloads_due_at = coalesce(p.downloads_due_at, f.at)
      FROM (
        SELECT t.id, t.at, t.unpublished_at, l.id AS latest_version_id,
          CASE WHEN l.id IS NOT DISTINCT FROM q.latest_version_id THEN coalesce(t.description, q.description)
            ELSE t.description END AS description,
          coalesce(t.created_at, q.created_at) AS created_at,
          coalesce(t.modified_at, q.modified_at) AS modified_at,
          CASE WHEN t.states_tags THEN t.dangling_tags::jsonb ELSE q.dangling_tags END
            AS dangling_tags
        FROM {rows}
        JOIN package q ON q.id = t.id
        LEFT JOIN LATERAL (
          SELECT v.id FROM version v
          WHERE v.package_id = t.id AND v.version = t.latest AND v.removed_at IS NULL
            AND t.states_tags
          UNION ALL
          SELECT v.id FROM version v
          WHERE v.id = q.latest_version_id AND v.removed_at IS NULL AND NOT t.states_tags
        ) l ON true
        ORDER BY q.id
        FOR NO KEY UPDATE OF q
      ) f
      WHERE p.id = f.id
        AND ((p.description, p.created_at, p.modified_at, p.unpublished_at, p.latest_version_id,
            p.dangling_tags)
          IS DISTINCT FROM
          (f.description, f.created_at, f.modified_at, f.unpublished_at, f.latest_version_id,
            f.dangling_tags)
          OR p.downloads_due_at IS NULL)
      """;

  private static final String SUCCESS =
      """
      UPDATE package_crawl c
      SET status = t.status,
        status_since = CASE WHEN c.status = t.status THEN c.status_since ELSE t.at END,
        error = NULL, attempts = 0, outstanding = t.outstanding, last_attempt_at = t.at,
        last_success_at = t.at, next_try_at = t.next_try_at, tier = t.tier, parked_at = NULL,
        facts_at = t.at, etag = t.etag, body_sha256 = t.body_sha256,
        packument_rules = t.packument_rules, passes_on = t.passes_on
      FROM {rows}
      WHERE c.package_id = t.id
      """;

  private static final String UNCHANGED =
      """
      UPDATE package_crawl c
      SET status = s.status,
        status_since = CASE WHEN c.status = s.status THEN c.status_since ELSE s.at END,
        error = NULL, attempts = 0, last_attempt_at = s.at, last_success_at = s.at,
        next_try_at = :next_try_at, tier = :tier, parked_at = NULL, facts_at = s.at
      FROM (
        SELECT p.id, :at::timestamptz AS at, b.status AS status_before,
          CASE WHEN p.unpublished_at IS NULL THEN 'CRAWLED' ELSE 'UNPUBLISHED' END AS status
        FROM package p
        JOIN package_crawl b ON b.package_id = p.id
        WHERE p.name = :name
      ) s
      WHERE c.package_id = s.id
        AND c.facts_at IS NOT NULL
        AND (c.last_attempt_at IS NULL OR c.last_attempt_at <= s.at)
      RETURNING c.package_id, s.status <> s.status_before AS is_other
      """;

  private static final String FAILURE =
      """
      UPDATE package_crawl c
      SET status = s.status,
        status_since = CASE WHEN c.status = s.status THEN c.status_since ELSE s.at END,
        error = :error, attempts = c.attempts + 1, last_attempt_at = s.at, next_try_at = :next_try_at,
        parked_at = CASE WHEN :parked THEN coalesce(c.parked_at, s.at) END
      FROM (
        SELECT p.id, :status AS status, :at::timestamptz AS at FROM package p WHERE p.name = :name
      ) s
      WHERE c.package_id = s.id
        AND (c.last_attempt_at IS NULL OR c.last_attempt_at <= s.at)
      """;

  private final Connection connection;

  public PackageWrites(Connection connection) {
    this.connection = connection;
  }

  public int add(Collection<PackageName> names, Instant at) throws SQLException {
    Batch<PackageName> batch = Batch.of(List.copyOf(names)).key("name", PackageName::value);
    return Query.of(connection, batch.into(ADD)).with("at", at).with(batch).update();
  }

  /** Locks the packages' crawl records, in the order of ids, and adds missing ones. */
  Map<PackageName, Locked> lock(Collection<PackageName> names, Instant at) throws SQLException {
    Map<PackageName, Locked> locked = locked(names);
    if (locked.size() < names.size()) {
      add(names, at);
      return locked(names);
    }
    return locked;
  }

  /** Like {@link #lock(Collection, Instant)}, for one package. */
  Locked lock(PackageName name, Instant at) throws SQLException {
    return Objects.requireNonNull(lock(List.of(name), at).get(name));
  }

  private Map<PackageName, Locked> locked(Collection<PackageName> names) throws SQLException {
    Batch<PackageName> batch = Batch.of(List.copyOf(names)).key("name", PackageName::value);
    Map<PackageName, Locked> locked = new HashMap<>();
    Query.of(connection, batch.into(LOCK))
        .with(batch)
        .each(
            0,
            row ->
                locked.put(
                    new PackageName(row.text("name")),
                    new Locked(
                        row.number("package_id"),
                        row.optionalTime("facts_at"),
                        row.integer("outstanding"),
                        row.integer("packument_rules"))));
    return locked;
  }

  void facts(List<PackageWrite> writes) throws SQLException {
    Batch<PackageWrite> batch =
        Batch.of(writes)
            .number("id", PackageWrite::id)
            .text("description", w -> w.packument().description())
            .time("created_at", w -> w.packument().created())
            .time("modified_at", w -> w.packument().modified())
            .time("unpublished_at", w -> w.packument().unpublishedAt())
            .key("latest", w -> w.packument().latest())
            .flag("states_tags", PackageWrite::statesTags)
            .whole("dangling_tags", w -> JsonColumns.tags(w.danglingTags()))
            .time("at", PackageWrite::at);
    Query.of(connection, batch.into(FACTS)).with(batch).update();
  }

  void success(List<PackageWrite> writes) throws SQLException {
    Batch<PackageWrite> batch =
        Batch.of(writes)
            .number("id", PackageWrite::id)
            .time("at", PackageWrite::at)
            .constant("status", PackageWrite::status)
            .number("outstanding", w -> w.tries().size())
            .time("next_try_at", w -> w.crawl().next().at())
            .constant("tier", w -> w.crawl().next().tier())
            .text("etag", w -> w.crawl().etag())
            .number("packument_rules", _ -> Packument.RULES)
            .bytes("body_sha256", w -> HexFormat.of().parseHex(w.crawl().bodySha256()))
            .flag("passes_on", PackageWrite::passesOn);
    Query.of(connection, batch.into(SUCCESS)).with(batch).update();
  }

  /** Returns the package's id if its status changed. */
  Optional<Long> unchanged(PackageName name, Instant at, NextCrawl next) throws SQLException {
    return Query.of(connection, UNCHANGED)
        .with("next_try_at", next.at())
        .with("tier", next.tier())
        .with("at", at)
        .with("name", name.value())
        .first(
            row ->
                row.flag("is_other")
                    ? Optional.of(row.number("package_id"))
                    : Optional.<Long>empty())
        .flatMap(id -> id);
  }

  void failure(CrawlFailure failure) throws SQLException {
    Query.of(connection, FAILURE)
        .with("error", failure.error())
        .with("next_try_at", failure.nextTryAt())
        .with("parked", failure.parked())
        .with("status", failure.status())
        .with("at", failure.at())
        .with("name", failure.name().value())
        .update();
  }
}
