package dev.whence.crawl;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.whence.catalog.FeedStore;
import dev.whence.catalog.FeedStore.Changed;
import dev.whence.catalog.FeedStore.Scope;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/**
 * Follows the changes feed in one process of all that share the Postgres: plans first crawls of
 * packages that it discovers, and crawls of known packages that changed, before all others.
 */
@ApplicationScoped
class ChangesTask {

  private static final Logger LOG = Logger.getLogger(ChangesTask.class);

  private static final int AT_ONCE = 1_000;

  private final CrawlConfig config;
  private final ChangesReader reader;
  private final FeedStore store;
  private final Clock clock;

  ChangesTask(CrawlConfig config, ChangesReader reader, FeedStore store, Clock clock) {
    this.config = config;
    this.reader = reader;
    this.store = store;
    this.clock = clock;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("changes", FixedDelay.of(config.changesEvery()))
        .defaultPriority(Priority.HIGH)
        .execute((_, context) -> run(context));
  }

  private void run(ExecutionContext context) {
    BooleanSupplier stop =
        () ->
            context.getSchedulerState().isShuttingDown() || Thread.currentThread().isInterrupted();
    SchedulerClient scheduler = context.getSchedulerClient();
    long lines =
        switch (config.changes()) {
          case OFF -> 0;
          case KNOWN -> reader.read(Scope.KNOWN, fresh -> first(scheduler, fresh), stop);
          case ALL -> reader.read(Scope.ALL, fresh -> first(scheduler, fresh), stop);
        };
    long planned = again(scheduler, stop);
    if (lines + planned > 0) {
      LOG.infof("The changes feed told of %d changes; %d known packages go first", lines, planned);
    }
  }

  private void first(SchedulerClient scheduler, List<PackageName> fresh) {
    Instant now = clock.instant();
    fresh.stream()
        .<SchedulableInstance<?>>map(
            name -> SchedulableInstance.of(PackageTasks.firstCrawl(name), now))
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(batch -> schedule(scheduler, batch));
  }

  /** A batch is refused as a whole where one of it is planned already. */
  static void schedule(SchedulerClient scheduler, List<SchedulableInstance<?>> batch) {
    try {
      scheduler.scheduleBatch(batch);
    } catch (FailedToScheduleBatchException e) {
      LOG.debug("Scheduling one by one what was planned already", e);
      batch.forEach(scheduler::scheduleIfNotExists);
    }
  }

  /**
   * Plans a crawl for each changed package. One that is just being crawled for its last change
   * stays marked, and gets its crawl at the next look: what is under way may have missed this
   * change.
   */
  private long again(SchedulerClient scheduler, BooleanSupplier stop) {
    long planned = 0;
    long after = 0;
    while (!stop.getAsBoolean()) {
      List<Changed> some = store.unplanned(after, AT_ONCE);
      if (some.isEmpty()) {
        break;
      }
      Instant now = clock.instant();
      List<Changed> accepted =
          some.stream()
              .filter(one -> scheduler.scheduleIfNotExists(PackageTasks.changed(one.name()), now))
              .toList();
      store.planned(accepted);
      planned += accepted.size();
      after = some.getLast().id();
    }
    return planned;
  }
}
