package dev.whence.catalog.state;

import dev.whence.catalog.JobName;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the last results of the background jobs, by any process. */
@ApplicationScoped
public class JobStore {

  private static final String ADD =
      "INSERT INTO job (name) SELECT t.name FROM {rows} ORDER BY t.name ON CONFLICT DO NOTHING";

  /** After this delay, any process with the job would have run it. */
  private static final Duration LONG_DUE = Duration.ofDays(1);

  private static final String FORGET =
      """
      DELETE FROM job j
      WHERE NOT EXISTS (SELECT FROM {rows} WHERE t.name = j.name) AND j.next_at < :due_before
      """;

  private static final String SUCCEEDED =
      """
      INSERT INTO job (name, last_success_at, next_at)
      VALUES (:name, :at, :next)
      ON CONFLICT (name) DO UPDATE
      SET last_success_at = EXCLUDED.last_success_at, failing_since = NULL,
        next_at = EXCLUDED.next_at
      """;

  private static final String FAILED =
      """
      INSERT INTO job AS j (name, last_failure_at, failing_since, next_at, reason)
      VALUES (:name, :at, :at, :next, :reason)
      ON CONFLICT (name) DO UPDATE
      SET last_failure_at = EXCLUDED.last_failure_at,
        failing_since = coalesce(j.failing_since, EXCLUDED.failing_since),
        next_at = EXCLUDED.next_at, reason = EXCLUDED.reason
      """;

  private final Sql sql;

  public JobStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds jobs that will run, so that a job that never runs is noticed. Deletes jobs that no process
   * runs any more, for example after a change of the configuration.
   */
  public void add(Collection<JobName> names, Instant now) {
    Batch<JobName> batch = Batch.of(List.copyOf(names)).key("name", JobName::slug);
    if (batch.isEmpty()) {
      return;
    }
    sql.change(
        connection -> {
          Query.of(connection, batch.into(ADD)).with(batch).update();
          Query.of(connection, batch.into(FORGET))
              .with(batch)
              .with("due_before", now.minus(LONG_DUE))
              .update();
        });
  }

  public void succeeded(JobName name, Instant at, @Nullable Instant next) {
    sql.change(
        connection ->
            Query.of(connection, SUCCEEDED)
                .with("name", name.slug())
                .with("at", at)
                .with("next", next)
                .update());
  }

  /** A failure; the reason is a sentence. */
  public void failed(JobName name, String reason, Instant at, @Nullable Instant next) {
    sql.change(
        connection ->
            Query.of(connection, FAILED)
                .with("name", name.slug())
                .with("at", at)
                .with("next", next)
                .with("reason", reason)
                .update());
  }
}
