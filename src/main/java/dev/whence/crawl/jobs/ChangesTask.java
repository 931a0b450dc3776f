package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.state.FeedStore.Scope;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.CrawlPlanner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Reads the changes feed, in one of the processes that share the Postgres. It plans first crawls of
 * packages that it discovers, and crawls of known packages that changed, before all others.
 */
@ApplicationScoped
public class ChangesTask {

  private static final Logger LOG = Logger.getLogger(ChangesTask.class);

  private final CrawlConfig config;
  private final ChangesReader reader;
  private final CrawlPlanner planner;
  private final DownloadRefresh popularity;

  public ChangesTask(
      CrawlConfig config, ChangesReader reader, CrawlPlanner planner, DownloadRefresh popularity) {
    this.config = config;
    this.reader = reader;
    this.planner = planner;
    this.popularity = popularity;
  }

  public Job job() {
    return new Job(JobName.CHANGES, config.changesEvery(), Priority.HIGH, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    BooleanSupplier stop = Job.stop(context);
    AtomicLong planned = new AtomicLong();
    Runnable plan = () -> planned.addAndGet(planner.plan(context.getSchedulerClient(), stop));
    ChangesReader.Reading reading =
        switch (config.changes()) {
          case OFF -> ChangesReader.Reading.NOTHING;
          case KNOWN -> reader.read(Scope.KNOWN, plan, stop);
          case ALL -> {
            // Before the feed, so that popular packages are crawled first.
            Optional<String> counts = popularity.readAll(true, stop);
            yield reader.read(Scope.ALL, plan, stop).or(counts);
          }
        };
    plan.run();
    if (reading.lines() + planned.get() > 0) {
      LOG.infof(
          "The changes feed told of %d changes; %d known packages go first",
          reading.lines(), planned.get());
    }
    return reading.problem();
  }
}
