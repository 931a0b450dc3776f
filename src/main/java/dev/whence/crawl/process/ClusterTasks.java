package dev.whence.crawl.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.whence.crawl.jobs.ChangesTask;
import dev.whence.crawl.jobs.DeclarationsTask;
import dev.whence.crawl.jobs.FreshnessTask;
import dev.whence.crawl.jobs.Job;
import dev.whence.crawl.jobs.JobRecorder;
import dev.whence.crawl.jobs.OverdueTask;
import dev.whence.crawl.jobs.PopularityTask;
import dev.whence.crawl.jobs.ReverificationTask;
import dev.whence.crawl.jobs.SilenceTask;
import dev.whence.crawl.jobs.TrustTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The recurring jobs. Of the processes that share the Postgres, one at a time runs each job. */
@ApplicationScoped
public class ClusterTasks {

  private final ChangesTask changes;
  private final PopularityTask popularity;
  private final FreshnessTask freshness;
  private final ReverificationTask reverification;
  private final OverdueTask overdue;
  private final SilenceTask silence;
  private final DeclarationsTask declarations;
  private final TrustTasks trust;
  private final JobRecorder recorder;

  public ClusterTasks(
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

  /** All jobs. This method also adds them to the catalog. */
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
