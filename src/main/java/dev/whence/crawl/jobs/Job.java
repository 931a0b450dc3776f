package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import dev.whence.catalog.JobName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A job that recurs, in one process at a time of all that share the Postgres.
 *
 * @param every from the end of one run to the next
 * @param priority among all that is due
 */
public record Job(JobName name, Duration every, int priority, Work work) {

  /** Does it; gives in a sentence why it failed, empty where all went well. */
  @FunctionalInterface
  interface Work {
    Optional<String> run(ExecutionContext context);
  }

  /** Whether a job should stop where it is: the process ends, or does without it. */
  static BooleanSupplier stop(ExecutionContext context) {
    return () ->
        context.getSchedulerState().isShuttingDown() || Thread.currentThread().isInterrupted();
  }
}
