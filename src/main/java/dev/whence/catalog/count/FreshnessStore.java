package dev.whence.catalog.count;

import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Counts the packages that meet their freshness goals. It reads every package, so it runs only from
 * time to time.
 */
@ApplicationScoped
public class FreshnessStore {

  private static final String COUNT =
      """
      INSERT INTO freshness (tier, goal, packages, fresh, oldest_at, counted_at)
      SELECT t.tier, t.seconds * interval '1 second', count(c.package_id),
        count(*) FILTER (WHERE c.last_success_at >= t.since), min(c.last_success_at),
        :now::timestamptz
      FROM {rows}
      LEFT JOIN package_crawl c ON c.tier = t.tier
      GROUP BY t.tier, t.seconds
      ORDER BY t.tier
      ON CONFLICT (tier) DO UPDATE
      SET goal = EXCLUDED.goal, packages = EXCLUDED.packages, fresh = EXCLUDED.fresh,
        oldest_at = EXCLUDED.oldest_at, counted_at = EXCLUDED.counted_at
      """;

  private final Sql sql;

  public FreshnessStore(Sql sql) {
    this.sql = sql;
  }

  /** Counts for these goals, and stores the result. */
  public void count(Map<RefreshTier, Duration> goals, Instant now) {
    Batch<Map.Entry<RefreshTier, Duration>> batch =
        Batch.of(List.copyOf(goals.entrySet()))
            .constant("tier", Map.Entry::getKey)
            .number("seconds", goal -> goal.getValue().toSeconds())
            .time("since", goal -> now.minus(goal.getValue()));
    sql.change(
        connection ->
            Query.of(connection, batch.into(COUNT)).with("now", now).with(batch).update());
  }
}
