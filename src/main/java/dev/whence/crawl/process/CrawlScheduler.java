package dev.whence.crawl.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.CrawlPlanner;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out crawls through db-scheduler: any number of processes share one Postgres, and each
 * package is crawled by one of them at a time.
 */
@ApplicationScoped
public class CrawlScheduler {

  /** Other processes take over the work of a killed process after four missed heartbeats. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final CrawlConfig config;
  private final PackageTasks tasks;
  private final ClusterTasks recurring;
  private final CrawlPlanner planner;
  private final CrawlWriter writer;
  private final CrawlProgress progress;
  private final DataSource dataSource;
  private final Clock clock;
  private volatile @Nullable Scheduler scheduler;

  public CrawlScheduler(
      CrawlConfig config,
      PackageTasks tasks,
      ClusterTasks recurring,
      CrawlPlanner planner,
      CrawlWriter writer,
      CrawlProgress progress,
      DataSource dataSource,
      Clock clock) {
    this.config = config;
    this.tasks = tasks;
    this.recurring = recurring;
    this.planner = planner;
    this.writer = writer;
    this.progress = progress;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Starts to take work. */
  public synchronized void start() {
    Scheduler started =
        Scheduler.create(dataSource, tasks.all())
            .startTasks(recurring.all())
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

  /** Adds the names, and crawls those that were never crawled, in the given order. */
  public synchronized void add(Collection<PackageName> names) {
    Scheduler running = scheduler;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    List<PackageName> list = List.copyOf(names);
    writer.addPackages(list, clock.instant());
    progress.expect(writer.neverTried(list));
    planner.planList(running, list);
  }

  /**
   * Whether this process takes work. It answers at once, even while adding or stopping takes long.
   */
  boolean isRunning() {
    Scheduler current = scheduler;
    return current != null
        && current.getSchedulerState().isStarted()
        && !current.getSchedulerState().isShuttingDown();
  }

  /** Takes no more work; running work may finish within the grace period. */
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }
}
