package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The jobs that recur, each in one process at a time of all that share the Postgres. */
@ApplicationScoped
class ClusterTasks {

  private final ChangesTask changes;
  private final PopularityTask popularity;
  private final FreshnessTask freshness;
  private final ReverificationTask reverification;
  private final OverdueTask overdue;

  ClusterTasks(
      ChangesTask changes,
      PopularityTask popularity,
      FreshnessTask freshness,
      ReverificationTask reverification,
      OverdueTask overdue) {
    this.changes = changes;
    this.popularity = popularity;
    this.freshness = freshness;
    this.reverification = reverification;
    this.overdue = overdue;
  }

  List<RecurringTask<Void>> all() {
    return List.of(
        changes.task(), popularity.task(), freshness.task(), reverification.task(), overdue.task());
  }
}
