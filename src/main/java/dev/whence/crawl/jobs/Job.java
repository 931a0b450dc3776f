package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import dev.whence.catalog.JobName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A recurring job. Of the processes that share the Postgres, one at a time runs it.
 *
 * @param every from the end of one run to the next
 * @param priority among all due work
 */
public record Job(JobName name, Duration every, int priority, Work work) {

  /** Runs it; returns why it failed in a sentence, empty if it succeeded. */
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
