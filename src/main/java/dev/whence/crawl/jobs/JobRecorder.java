package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.catalog.CatalogException;
import dev.whence.catalog.state.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs jobs, and records in the catalog how each run ended. */
@ApplicationScoped
public class JobRecorder {

  private static final Logger LOG = Logger.getLogger(JobRecorder.class);

  private final JobStore store;
  private final Clock clock;

  public JobRecorder(JobStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds jobs to the catalog before their first run. */
  public void expect(List<Job> jobs) {
    store.add(jobs.stream().map(Job::name).toList(), clock.instant());
  }

  public RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name().slug(), FixedDelay.of(job.every()))
        .defaultPriority(job.priority())
        .execute((_, context) -> run(job, context));
  }

  private void run(Job job, ExecutionContext context) {
    @Nullable String problem;
    try {
      problem = job.work().run(context).orElse(null);
    } catch (RuntimeException fault) {
      recordFault(job, fault);
      throw fault;
    }
    // If the end of the process interrupted the job, it has neither succeeded nor failed.
    if (!Job.stop(context).getAsBoolean()) {
      record(job, problem);
    }
  }

  /** The scheduler logs the fault, and runs the job again at its time. */
  private void recordFault(Job job, RuntimeException fault) {
    try {
      record(job, "An internal error: " + fault.getClass().getSimpleName() + ".");
    } catch (CatalogException e) {
      LOG.debugf(e, "How %s ended is not recorded while the database is away", job.name());
    }
  }

  private void record(Job job, @Nullable String problem) {
    Instant now = clock.instant();
    Instant next = now.plus(job.every());
    if (problem == null) {
      store.succeeded(job.name(), now, next);
    } else {
      store.failed(job.name(), problem, now, next);
    }
  }
}
