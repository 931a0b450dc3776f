package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/** Keeps download counts current, in one process of all that share the Postgres. */
@ApplicationScoped
class PopularityTask {

  private final CrawlConfig config;
  private final Popularity popularity;

  PopularityTask(CrawlConfig config, Popularity popularity) {
    this.config = config;
    this.popularity = popularity;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("popularity", FixedDelay.of(config.downloadsEvery()))
        .defaultPriority(Priority.HIGH)
        .execute((_, context) -> run(context));
  }

  private void run(ExecutionContext context) {
    BooleanSupplier stop = ClusterTasks.stop(context);
    if (config.changes() != CrawlConfig.Changes.ALL) {
      popularity.readAll(false, stop);
    }
    popularity.askDue(stop);
  }
}
