package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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

  Job job() {
    return new Job(JobName.POPULARITY, config.downloadsEvery(), Priority.HIGH, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    BooleanSupplier stop = ClusterTasks.stop(context);
    Optional<String> counts =
        config.changes() == CrawlConfig.Changes.ALL
            ? Optional.empty()
            : popularity.readAll(false, stop);
    return popularity.askDue(stop).or(() -> counts);
  }
}
