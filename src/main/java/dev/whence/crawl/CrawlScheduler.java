package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.catalog.CrawlWriter;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands out crawls through db-scheduler: any number of processes share one Postgres, and each
 * package is crawled by one of them at a time.
 */
@ApplicationScoped
public class CrawlScheduler {

  private static final Logger LOG = Logger.getLogger(CrawlScheduler.class);

  /** A killed process's work is taken over after four missed heartbeats. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Long enough that whoever added a package has scheduled it. */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  private static final int OVERDUE_AT_ONCE = 1_000;

  private final CrawlConfig config;
  private final PackageTasks tasks;
  private final ReverificationTask reverification;
  private final CrawlWriter writer;
  private final CrawlProgress progress;
  private final DataSource dataSource;
  private final Clock clock;
  private @Nullable Scheduler scheduler;

  CrawlScheduler(
      CrawlConfig config,
      PackageTasks tasks,
      ReverificationTask reverification,
      CrawlWriter writer,
      CrawlProgress progress,
      DataSource dataSource,
      Clock clock) {
    this.config = config;
    this.tasks = tasks;
    this.reverification = reverification;
    this.writer = writer;
    this.progress = progress;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Begins to take work. */
  synchronized void start() {
    Scheduler started =
        Scheduler.create(dataSource, tasks.all())
            .startTasks(overdue(), reverification.task())
            .schedulerName(new SchedulerName.Fixed("whence-" + UUID.randomUUID()))
            .threads(config.concurrency())
            .executorService(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("whence-crawl-", 0).factory()))
            .pollingInterval(config.pollInterval())
            .pollUsingLockAndFetch(0.5, 1.0)
            .enablePriority()
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(config.grace())
            .clock(clock::instant)
            .build();
    started.start();
    scheduler = started;
  }

  /** Makes the names known, and crawls those that never were, in the order given. */
  synchronized void add(Collection<PackageName> names) {
    if (scheduler == null) {
      throw new IllegalStateException("not started");
    }
    Scheduler running = scheduler;
    Instant now = clock.instant();
    writer.addPackages(names, now);
    List<PackageName> fresh =
        names.stream()
            .filter(name -> running.getScheduledExecution(PackageTasks.crawl(name)).isEmpty())
            .toList();
    progress.expect(fresh);
    int place = 0;
    for (PackageName name : fresh) {
      running.scheduleIfNotExists(PackageTasks.firstCrawl(name), now.plusMillis(place++));
    }
  }

  /** Whether work is being taken. */
  synchronized boolean isRunning() {
    return scheduler != null && !scheduler.getSchedulerState().isShuttingDown();
  }

  /** Takes no more work; what is under way may end within the grace period. */
  synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  /**
   * The catalog knows when each package is due; should a package lack its task (the process was
   * killed between adding and scheduling it, or the scheduler's table was emptied), it gets one.
   */
  private RecurringTask<Void> overdue() {
    return Tasks.recurring("find-overdue", FixedDelay.of(OVERDUE))
        .defaultPriority(Priority.LOW)
        .execute(
            (_, context) -> {
              Instant now = clock.instant();
              List<PackageName> due = writer.due(now.minus(OVERDUE), OVERDUE_AT_ONCE);
              long found =
                  due.stream()
                      .filter(
                          name ->
                              context
                                      .getSchedulerClient()
                                      .getScheduledExecution(PackageTasks.firstCrawl(name))
                                      .isEmpty()
                                  && context
                                      .getSchedulerClient()
                                      .scheduleIfNotExists(PackageTasks.crawl(name), now))
                      .count();
              if (found > 0) {
                LOG.infof("%d packages were overdue without a task", found);
              }
            });
  }
}
