package dev.whence.catalog.state;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.PackageWrites;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The progress in changes feeds: the last sequence number, always stored in one transaction with
 * the facts up to it.
 */
@ApplicationScoped
public class FeedStore {

  private static final String STATE =
      """
      SELECT url, scope, sequence, read_at, started_over_at
      FROM changes_feed
      WHERE url = :url AND scope = :scope
      """;

  private static final String REACHED =
      """
      INSERT INTO changes_feed AS f (url, scope, sequence, read_at, started_over_at)
      VALUES (:url, :scope, :sequence, :read_at, :started_over_at)
      ON CONFLICT (url, scope) DO UPDATE
      SET sequence = EXCLUDED.sequence, read_at = EXCLUDED.read_at,
        started_over_at = coalesce(EXCLUDED.started_over_at, f.started_over_at)
      """;

  /** In the order of ids, so that two writers cannot block each other. */
  private static final String CHANGED =
      """
      UPDATE package_crawl c
      SET changed = true
      FROM (
        SELECT c.package_id
        FROM {rows}
        JOIN package p ON p.name = t.name
        JOIN package_crawl c ON c.package_id = p.id
        WHERE NOT c.changed
        ORDER BY c.package_id
        FOR UPDATE OF c
      ) known
      WHERE c.package_id = known.package_id
      """;

  private final Sql sql;

  public FeedStore(Sql sql) {
    this.sql = sql;
  }

  /** Which packages a feed is read for. */
  public enum Scope {
    /** Packages that the catalog has. */
    KNOWN,
    /** All packages in the feed: new ones are added. */
    ALL
  }

  /**
   * The progress in a feed.
   *
   * @param sequence of the last change whose facts are stored
   * @param startedOverAt when the registry's sequence last fell behind ours; absent if never
   */
  public record State(
      String url, Scope scope, long sequence, Instant readAt, @Nullable Instant startedOverAt) {}

  /** The progress in this feed; empty if it was never read. */
  public Optional<State> state(String url, Scope scope) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, STATE)
                .with("url", url)
                .with("scope", scope)
                .first(FeedStore::state));
  }

  private static State state(Row row) throws SQLException {
    return new State(
        row.text("url"),
        row.constant("scope", Scope.class),
        row.number("sequence"),
        row.time("read_at"),
        row.optionalTime("started_over_at"));
  }

  /**
   * Stores the facts of a page and its last sequence number.
   *
   * @param changed every package of the page; known ones are marked
   * @param added the packages of the page that are added if they are new; none for {@link
   *     Scope#KNOWN}
   */
  public void store(State reached, Collection<PackageName> changed, Collection<PackageName> added) {
    sql.change(
        connection -> {
          mark(connection, changed);
          if (!added.isEmpty()) {
            new PackageWrites(connection).add(added, reached.readAt());
          }
          Query.of(connection, REACHED)
              .with("url", reached.url())
              .with("scope", reached.scope())
              .with("sequence", reached.sequence())
              .with("read_at", reached.readAt())
              .with("started_over_at", reached.startedOverAt())
              .update();
        });
  }

  private static void mark(Connection connection, Collection<PackageName> changed)
      throws SQLException {
    Batch<PackageName> batch = Batch.of(List.copyOf(changed)).key("name", PackageName::value);
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(CHANGED)).with(batch).update();
    }
  }
}
