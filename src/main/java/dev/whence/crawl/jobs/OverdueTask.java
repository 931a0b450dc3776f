package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.schedule.CrawlTask;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The catalog knows when each package is due. A package can lack its task if a process was killed
 * at that moment, or if the scheduler's table was emptied. It then gets one.
 */
@ApplicationScoped
public class OverdueTask {

  private static final Logger LOG = Logger.getLogger(OverdueTask.class);

  /** Long enough for the process that found a package to schedule it. */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 1_000;

  private final CrawlWriter writer;
  private final Clock clock;

  public OverdueTask(CrawlWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  public Job job() {
    return new Job(JobName.FIND_OVERDUE, OVERDUE, Priority.LOW, this::run);
  }

  private Optional<String> run(ExecutionContext context) {
    SchedulerClient scheduler = context.getSchedulerClient();
    Instant now = clock.instant();
    long found =
        writer.due(now.minus(OVERDUE), AT_ONCE).stream()
            .filter(name -> !hasFirstCrawl(scheduler, name) && plan(scheduler, name, now))
            .count();
    if (found > 0) {
      LOG.infof("%d packages were overdue without a task", found);
    }
    return Optional.empty();
  }

  private static boolean hasFirstCrawl(SchedulerClient scheduler, PackageName name) {
    return scheduler.getScheduledExecution(CrawlTask.firstCrawlOfList(name)).isPresent();
  }

  private static boolean plan(SchedulerClient scheduler, PackageName name, Instant now) {
    return scheduler.scheduleIfNotExists(CrawlTask.crawl(name, RefreshTier.COOL), now);
  }
}
