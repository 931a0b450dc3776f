package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import dev.whence.catalog.JobName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A recurring job. Of the processes that share the Postgres, one at a time runs it.
 *
 * @param every the time from the end of one run to the start of the next
 * @param priority in the order of all due work
 */
public record Job(JobName name, Duration every, int priority, Work work) {

  /** Runs it; returns why it failed in a sentence, empty if it succeeded. */
  @FunctionalInterface
  interface Work {
    Optional<String> run(ExecutionContext context);
  }

  /** Whether a job should stop now, because the process ends or has interrupted it. */
  static BooleanSupplier stop(ExecutionContext context) {
    return () ->
        context.getSchedulerState().isShuttingDown() || Thread.currentThread().isInterrupted();
  }
}
