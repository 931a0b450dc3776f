package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.CrawlTask;
import dev.whence.crawl.schedule.NextLook;
import dev.whence.crawl.schedule.RefreshEvent;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds packages that are overdue and have no task, and gives them one. A package loses its task
 * when a process is killed at the wrong moment, or when somebody empties the scheduler's table.
 */
@ApplicationScoped
public class OverdueTask {

  private static final Logger LOG = Logger.getLogger(OverdueTask.class);

  private static final Duration EVERY = Duration.ofMinutes(10);

  private static final int AT_ONCE = 1_000;

  private final CrawlWriter writer;
  private final Clock clock;
  private final RefreshTable table;

  public OverdueTask(CrawlConfig config, CrawlWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
    this.table = new RefreshTable(config);
  }

  public Job job() {
    return new Job(JobName.FIND_OVERDUE, EVERY, Priority.LOW, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    SchedulerClient scheduler = context.getSchedulerClient();
    Instant now = clock.instant();
    long found =
        writer.due(table.overdueSince(now), AT_ONCE).stream()
            .filter(name -> !hasFirstCrawl(scheduler, name) && plan(scheduler, name, now))
            .count();
    if (found > 0) {
      LOG.infof("%d packages were overdue without a task", found);
    }
    return Optional.empty();
  }

  private static boolean hasFirstCrawl(SchedulerClient scheduler, PackageName name) {
    return scheduler.getScheduledExecution(CrawlTask.id(CrawlTask.FIRST_CRAWL, name)).isPresent();
  }

  private boolean plan(SchedulerClient scheduler, PackageName name, Instant now) {
    NextLook look = table.after(new RefreshEvent.Overdue(), name, now);
    return scheduler.scheduleIfNotExists(CrawlTask.of(CrawlTask.CRAWL, name, look), look.at());
  }
}
