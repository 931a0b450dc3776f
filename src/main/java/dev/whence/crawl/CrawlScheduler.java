package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
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

  /** First crawls that are scheduled in one round trip. */
  private static final int BATCH = 1_000;

  private final CrawlConfig config;
  private final PackageTasks tasks;
  private final ReverificationTask reverification;
  private final ChangesTask changes;
  private final CrawlWriter writer;
  private final CrawlProgress progress;
  private final DataSource dataSource;
  private final Clock clock;
  private volatile @Nullable Scheduler scheduler;

  CrawlScheduler(
      CrawlConfig config,
      PackageTasks tasks,
      ReverificationTask reverification,
      ChangesTask changes,
      CrawlWriter writer,
      CrawlProgress progress,
      DataSource dataSource,
      Clock clock) {
    this.config = config;
    this.tasks = tasks;
    this.reverification = reverification;
    this.changes = changes;
    this.writer = writer;
    this.progress = progress;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Begins to take work. */
  synchronized void start() {
    Scheduler started =
        Scheduler.create(dataSource, tasks.all())
            .startTasks(overdue(), reverification.task(), changes.task())
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
    Scheduler running = scheduler;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    Instant now = clock.instant();
    writer.addPackages(names, now);
    Set<PackageName> never = writer.neverTried(names);
    List<PackageName> fresh = names.stream().filter(never::contains).distinct().toList();
    progress.expect(fresh);
    Set<String> waiting = waiting(running);
    IntStream.range(0, fresh.size())
        .filter(place -> !waiting.contains(fresh.get(place).value()))
        .<SchedulableInstance<?>>mapToObj(
            place ->
                SchedulableInstance.of(
                    PackageTasks.firstCrawl(fresh.get(place)), now.plusMillis(place)))
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(batch -> ChangesTask.schedule(running, batch));
  }

  /** Ids of the first crawls that have not ended yet. */
  private static Set<String> waiting(Scheduler running) {
    Set<String> ids = new HashSet<>();
    for (boolean picked : new boolean[] {false, true}) {
      running.fetchScheduledExecutionsForTask(
          PackageTasks.FIRST_CRAWL.getTaskName(),
          Void.class,
          ScheduledExecutionsFilter.all().withPicked(picked),
          execution -> ids.add(execution.getTaskInstance().getId()));
    }
    return ids;
  }

  /** Whether this process takes work. It answers at once, however long adding or stopping takes. */
  boolean isRunning() {
    Scheduler current = scheduler;
    return current != null
        && current.getSchedulerState().isStarted()
        && !current.getSchedulerState().isShuttingDown();
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
