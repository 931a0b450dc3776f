package dev.whence.crawl.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.whence.catalog.state.PlanStore;
import dev.whence.catalog.state.PlanStore.Unplanned;
import dev.whence.crawl.CrawlConfig;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Gatherers;

/**
 * Gives tasks to packages that lack one: new packages, and known ones that changed. When they are
 * due, {@link RefreshTable} says.
 */
@ApplicationScoped
public class CrawlPlanner {

  private static final int AT_ONCE = 1_000;

  private final PlanStore store;
  private final Clock clock;
  private final RefreshTable table;

  public CrawlPlanner(CrawlConfig config, PlanStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.table = new RefreshTable(config);
  }

  /** Plans the first crawls of a list in its order, before all discovered packages. */
  public void planList(SchedulerClient scheduler, List<PackageName> names) {
    Map<PackageName, Unplanned> unplanned = new HashMap<>();
    store.newOf(names).forEach(one -> unplanned.put(one.name(), one));
    List<Unplanned> inOrder =
        names.stream().distinct().filter(unplanned::containsKey).map(unplanned::get).toList();
    Instant now = clock.instant();
    List<SchedulableInstance<?>> crawls = new ArrayList<>();
    for (Unplanned one : inOrder) {
      crawls.add(firstCrawl(one.name(), new RefreshEvent.Named(crawls.size()), now));
    }
    crawls.stream()
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(batch -> schedule(scheduler, batch));
    store.planned(inOrder);
  }

  /**
   * Plans a crawl for each package without one; returns the number of known packages that go first.
   */
  public long plan(SchedulerClient scheduler, BooleanSupplier stop) {
    long changed = 0;
    long after = 0;
    while (!stop.getAsBoolean()) {
      List<Unplanned> some = store.unplanned(after, AT_ONCE);
      if (some.isEmpty()) {
        break;
      }
      List<Unplanned> fresh = some.stream().filter(Unplanned::isNew).toList();
      store.planned(first(scheduler, fresh));
      List<Unplanned> again =
          some.stream().filter(one -> !one.isNew() && again(scheduler, one.name())).toList();
      store.planned(again);
      changed += again.size();
      after = some.getLast().id();
    }
    return changed;
  }

  /** A running first crawl may miss the marked change, so the package stays marked. */
  private List<Unplanned> first(SchedulerClient scheduler, List<Unplanned> fresh) {
    Instant now = clock.instant();
    List<SchedulableInstance<?>> crawls = new ArrayList<>();
    for (Unplanned one : fresh) {
      crawls.add(firstCrawl(one.name(), new RefreshEvent.Discovered(one.downloads()), now));
    }
    return schedule(scheduler, crawls)
        ? fresh
        : fresh.stream().filter(one -> !isBeingCrawled(scheduler, one.name())).toList();
  }

  private SchedulableInstance<Void> firstCrawl(PackageName name, RefreshEvent event, Instant now) {
    NextLook look = table.after(event, name, now);
    return SchedulableInstance.of(CrawlTask.of(CrawlTask.FIRST_CRAWL, name, look), look.at());
  }

  /**
   * False if a crawl for an earlier change is planned or runs; then the package stays marked, too.
   */
  private boolean again(SchedulerClient scheduler, PackageName name) {
    NextLook look = table.after(new RefreshEvent.Changed(), name, clock.instant());
    return scheduler.scheduleIfNotExists(CrawlTask.of(CrawlTask.CHANGED, name, look), look.at());
  }

  private static boolean isBeingCrawled(SchedulerClient scheduler, PackageName name) {
    return scheduler
        .getScheduledExecution(CrawlTask.id(CrawlTask.FIRST_CRAWL, name))
        .filter(ScheduledExecution::isPicked)
        .isPresent();
  }

  /**
   * A batch is refused as a whole if one of its packages is planned already; returns whether it was
   * accepted.
   */
  private static boolean schedule(SchedulerClient scheduler, List<SchedulableInstance<?>> batch) {
    if (batch.isEmpty()) {
      return true;
    }
    try {
      scheduler.scheduleBatch(batch);
      return true;
    } catch (FailedToScheduleBatchException e) {
      batch.forEach(scheduler::scheduleIfNotExists);
      return false;
    }
  }
}
