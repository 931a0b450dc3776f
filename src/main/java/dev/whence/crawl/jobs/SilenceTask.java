package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.state.SilenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Updates the catalog when the registry starts or stops passing on signatures and attestations, in
 * one of the processes that share the Postgres. It can stop at any moment; the next run continues
 * from there.
 */
@ApplicationScoped
public class SilenceTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final SilenceStore silence;
  private final Clock clock;

  public SilenceTask(SilenceStore silence, Clock clock) {
    this.silence = silence;
    this.clock = clock;
  }

  public Job job() {
    return new Job(JobName.REGISTRY_SILENCE, EVERY, Priority.HIGH, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    run(Job.stop(context));
    return Optional.empty();
  }

  public void run(BooleanSupplier stop) {
    silence.review(clock.instant());
    while (!stop.getAsBoolean() && silence.walk()) {
      // Each step is a transaction of its own.
    }
  }
}
