package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes package and package_crawl. */
final class PackageWrites {

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO package (name, added_at)
        SELECT DISTINCT t.name, ?::timestamptz
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
      SELECT c.package_id, c.facts_at
      FROM package p
      JOIN package_crawl c ON c.package_id = p.id
      WHERE p.name = ?
      FOR UPDATE OF c
      """;

  private static final String FACTS =
      """
      UPDATE package p
      SET description = f.description, created_at = f.created_at, modified_at = f.modified_at,
        unpublished_at = f.unpublished_at, latest_version_id = f.latest_version_id,
        downloads_due_at = coalesce(p.downloads_due_at, f.at)
      FROM (
        SELECT ? AS description, ?::timestamptz AS created_at, ?::timestamptz AS modified_at,
          ?::timestamptz AS unpublished_at,
          (SELECT v.id FROM version v WHERE v.package_id = ? AND v.version = ?)
            AS latest_version_id,
          ?::timestamptz AS at
      ) f
      WHERE p.id = ?
        AND ((p.description, p.created_at, p.modified_at, p.unpublished_at, p.latest_version_id)
          IS DISTINCT FROM
          (f.description, f.created_at, f.modified_at, f.unpublished_at, f.latest_version_id)
          OR p.downloads_due_at IS NULL)
      """;

  private static final String SUCCESS =
      """
      UPDATE package_crawl
      SET status = s.status,
        status_since = CASE WHEN package_crawl.status = s.status
          THEN package_crawl.status_since ELSE s.at END,
        error = s.error,
        attempts = CASE WHEN s.error IS NULL THEN 0 ELSE package_crawl.attempts + 1 END,
        last_attempt_at = s.at, last_success_at = s.at, next_try_at = ?, tier = ?,
        parked_at = NULL, facts_at = s.at, etag = ?, body_sha256 = ?
      FROM (SELECT ? AS status, ?::timestamptz AS at, ?::text AS error) s
      WHERE package_id = ?
      """;

  private static final String UNCHANGED =
      """
      UPDATE package_crawl c
      SET status = s.status,
        status_since = CASE WHEN c.status = s.status THEN c.status_since ELSE s.at END,
        error = NULL, attempts = 0, last_attempt_at = s.at, last_success_at = s.at,
        next_try_at = ?, tier = ?, parked_at = NULL, facts_at = s.at
      FROM (
        SELECT p.id, ?::timestamptz AS at, b.status AS status_before,
          CASE WHEN p.unpublished_at IS NULL THEN 'CRAWLED' ELSE 'UNPUBLISHED' END AS status
        FROM package p
        JOIN package_crawl b ON b.package_id = p.id
        WHERE p.name = ?
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
        error = ?, attempts = c.attempts + 1, last_attempt_at = s.at, next_try_at = ?,
        parked_at = CASE WHEN ? THEN coalesce(c.parked_at, s.at) END
      FROM (
        SELECT p.id, ? AS status, ?::timestamptz AS at FROM package p WHERE p.name = ?
      ) s
      WHERE c.package_id = s.id
        AND (c.last_attempt_at IS NULL OR c.last_attempt_at <= s.at)
      """;

  private final Connection connection;

  PackageWrites(Connection connection) {
    this.connection = connection;
  }

  /**
   * A package whose crawl record nobody else can write until the transaction ends.
   *
   * @param factsAt when the stored facts were asked for; absent before the first crawl
   */
  record Locked(long id, @Nullable Instant factsAt) {}

  int add(Collection<PackageName> names, Instant at) throws SQLException {
    Batch<PackageName> batch = Batch.of(List.copyOf(names)).key("name", PackageName::value);
    return Query.of(connection, batch.into(ADD)).with(at).with(batch).update();
  }

  Locked lock(PackageName name, Instant at) throws SQLException {
    Optional<Locked> known = find(name);
    if (known.isPresent()) {
      return known.get();
    }
    add(List.of(name), at);
    return find(name).orElseThrow();
  }

  private Optional<Locked> find(PackageName name) throws SQLException {
    return Query.of(connection, LOCK)
        .with(name.value())
        .first(row -> new Locked(row.number("package_id"), row.optionalTime("facts_at")));
  }

  void facts(long packageId, Packument packument, Instant at) throws SQLException {
    Query.of(connection, FACTS)
        .with(packument.description())
        .with(packument.created())
        .with(packument.modified())
        .with(packument.unpublishedAt())
        .with(packageId)
        .with(packument.distTags().get("latest"))
        .with(at)
        .with(packageId)
        .update();
  }

  void success(long packageId, PackageCrawl crawl, @Nullable String error) throws SQLException {
    boolean unpublished = crawl.packument().unpublishedAt() != null;
    Query.of(connection, SUCCESS)
        .with(crawl.next().at())
        .with(crawl.next().tier())
        .with(crawl.etag())
        .with(HexFormat.of().parseHex(crawl.bodySha256()))
        .with(unpublished ? CrawlStatus.UNPUBLISHED : CrawlStatus.CRAWLED)
        .with(crawl.crawledAt())
        .with(error)
        .with(packageId)
        .update();
  }

  /** Gives the package's id where its status became another one. */
  Optional<Long> unchanged(PackageName name, Instant at, NextCrawl next) throws SQLException {
    return Query.of(connection, UNCHANGED)
        .with(next.at())
        .with(next.tier())
        .with(at)
        .with(name.value())
        .first(
            row ->
                row.flag("is_other")
                    ? Optional.of(row.number("package_id"))
                    : Optional.<Long>empty())
        .flatMap(id -> id);
  }

  void failure(CrawlFailure failure) throws SQLException {
    Query.of(connection, FAILURE)
        .with(failure.error())
        .with(failure.nextTryAt())
        .with(failure.parked())
        .with(failure.status())
        .with(failure.at())
        .with(failure.name().value())
        .update();
  }
}
