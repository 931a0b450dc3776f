package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The jobs that recur, each in one process at a time of all that share the Postgres. */
@ApplicationScoped
class ClusterTasks {

  private final ChangesTask changes;
  private final PopularityTask popularity;
  private final FreshnessTask freshness;
  private final ReverificationTask reverification;
  private final OverdueTask overdue;
  private final SilenceTask silence;
  private final DeclarationsTask declarations;
  private final TrustTasks trust;
  private final JobRecorder recorder;

  ClusterTasks(
      ChangesTask changes,
      PopularityTask popularity,
      FreshnessTask freshness,
      ReverificationTask reverification,
      OverdueTask overdue,
      SilenceTask silence,
      DeclarationsTask declarations,
      TrustTasks trust,
      JobRecorder recorder) {
    this.changes = changes;
    this.popularity = popularity;
    this.freshness = freshness;
    this.reverification = reverification;
    this.overdue = overdue;
    this.silence = silence;
    this.declarations = declarations;
    this.trust = trust;
    this.recorder = recorder;
  }

  /** Whether a job should stop where it is: the process ends, or does without it. */
  static BooleanSupplier stop(ExecutionContext context) {
    return () ->
        context.getSchedulerState().isShuttingDown() || Thread.currentThread().isInterrupted();
  }

  /** Makes them known in the catalog, too. */
  List<RecurringTask<Void>> all() {
    List<Job> jobs = new ArrayList<>(trust.all());
    jobs.add(changes.job());
    jobs.add(popularity.job());
    jobs.add(freshness.job());
    jobs.add(reverification.job());
    jobs.add(overdue.job());
    jobs.add(silence.job());
    jobs.add(declarations.job());
    recorder.expect(jobs);
    return jobs.stream().map(recorder::task).toList();
  }
}
