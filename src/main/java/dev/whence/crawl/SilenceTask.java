package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.catalog.SilenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets the catalog follow where the registry passes signatures and attestations on or no longer
 * does, in one process of all that share the Postgres. It may be stopped at any moment, and goes on
 * from there.
 */
@ApplicationScoped
class SilenceTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final SilenceStore silence;
  private final Clock clock;

  SilenceTask(SilenceStore silence, Clock clock) {
    this.silence = silence;
    this.clock = clock;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("registry-silence", FixedDelay.of(EVERY))
        .defaultPriority(Priority.HIGH)
        .execute((_, context) -> run(context));
  }

  private void run(ExecutionContext context) {
    run(ClusterTasks.stop(context));
  }

  void run(BooleanSupplier stop) {
    silence.review(clock.instant());
    while (!stop.getAsBoolean() && silence.walk()) {
      // Each step is a transaction of its own.
    }
  }
}
