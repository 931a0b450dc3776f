package dev.whence.catalog.state;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The download counts of packages, and which of them are due for a new request. */
@ApplicationScoped
public class PopularityStore {

  /** Adds packages with their counts, so that each row is written once. */
  private static final String DISCOVER =
      """
      WITH added AS (
        INSERT INTO package (name, added_at, downloads_last_month, downloads_at, downloads_due_at)
        SELECT t.name, n.at, t.last_month, n.at, t.due_at
        FROM {rows}, (SELECT :at::timestamptz AS at) n
        WHERE NOT EXISTS (SELECT FROM package p WHERE p.name = t.name)
        ORDER BY t.name
        ON CONFLICT DO NOTHING
        RETURNING id, added_at
      )
      INSERT INTO package_crawl (package_id, status, status_since, next_try_at, changed)
      SELECT id, 'PENDING', added_at, added_at, true
      FROM added
      """;

  /** In the order of ids, so that two writers cannot block each other. */
  private static final String STORE =
      """
      UPDATE package p
      SET downloads_last_month = coalesce(k.last_month, p.downloads_last_month),
        downloads_at = CASE WHEN k.last_month IS NULL THEN p.downloads_at ELSE k.at END,
        downloads_due_at = k.due_at
      FROM (
        SELECT p.id, t.last_month, t.due_at, :at::timestamptz AS at
        FROM {rows}
        JOIN package p ON p.name = t.name
        ORDER BY p.id
        FOR UPDATE OF p
      ) k
      WHERE p.id = k.id AND (p.downloads_at IS NULL OR p.downloads_at < k.at)
      """;

  private static final String DUE =
      """
      SELECT name
      FROM package
      WHERE downloads_due_at <= :now
      ORDER BY downloads_due_at, id
      LIMIT :limit
      """;

  private static final String LAST_COUNTS =
      "SELECT version FROM download_counts ORDER BY read_at DESC LIMIT 1";

  private static final String COUNTS_READ =
      """
      INSERT INTO download_counts (version, packages, read_at)
      VALUES (:version, :packages, :at)
      ON CONFLICT (version) DO UPDATE
      SET packages = EXCLUDED.packages, read_at = EXCLUDED.read_at
      """;

  private static final String KNOWN = "SELECT count(*) AS known FROM package";

  private final Sql sql;

  public PopularityStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * A package's downloads.
   *
   * @param lastMonth absent if not known; then the stored count stays
   * @param dueAt when to ask again
   */
  public record Popularity(PackageName name, @Nullable Long lastMonth, Instant dueAt) {}

  /**
   * Stores counts of a time; newer counts stay.
   *
   * @param discover whether unknown names are added; if not, they are ignored
   */
  public void store(List<Popularity> popularity, boolean discover, Instant at) {
    Batch<Popularity> batch =
        Batch.of(popularity)
            .key("name", p -> p.name().value())
            .number("last_month", Popularity::lastMonth)
            .time("due_at", Popularity::dueAt);
    if (batch.isEmpty()) {
      return;
    }
    sql.change(
        connection -> {
          if (discover) {
            Query.of(connection, batch.into(DISCOVER)).with(batch).with("at", at).update();
          }
          Query.of(connection, batch.into(STORE)).with("at", at).with(batch).update();
        });
  }

  /** The version of the npm package {@code download-counts} that was read last. */
  public Optional<String> lastCounts() {
    return sql.readAtLength(
        connection -> Query.of(connection, LAST_COUNTS).first(row -> row.text("version")));
  }

  /** Records that all counts of this version are stored. */
  public void countsRead(String version, long packages, Instant at) {
    sql.change(
        connection ->
            Query.of(connection, COUNTS_READ)
                .with("version", version)
                .with("packages", packages)
                .with("at", at)
                .update());
  }

  /** Packages of the registry with due download counts, the longest due first. */
  public List<PackageName> due(Instant now, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, DUE)
                .with("now", now)
                .with("limit", limit)
                .list(row -> new PackageName(row.text("name"))));
  }

  /** The number of packages in the catalog. */
  public long knownPackages() {
    return sql.readAtLength(
        connection -> Query.of(connection, KNOWN).first(row -> row.number("known")).orElseThrow());
  }
}
