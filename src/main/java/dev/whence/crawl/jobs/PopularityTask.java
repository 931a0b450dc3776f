package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.crawl.CrawlConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Keeps download counts current, in one of the processes that share the Postgres. */
@ApplicationScoped
public class PopularityTask {

  private final CrawlConfig config;
  private final DownloadRefresh popularity;

  public PopularityTask(CrawlConfig config, DownloadRefresh popularity) {
    this.config = config;
    this.popularity = popularity;
  }

  public Job job() {
    return new Job(JobName.POPULARITY, config.downloadsEvery(), Priority.HIGH, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    BooleanSupplier stop = Job.stop(context);
    Optional<String> counts =
        config.changes() == CrawlConfig.Changes.ALL
            ? Optional.empty()
            : popularity.readAll(false, stop);
    return popularity.askDue(stop).or(() -> counts);
  }
}
