package dev.whence.crawl.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.whence.catalog.state.PlanStore;
import dev.whence.catalog.state.PlanStore.Unplanned;
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

/** Plans missing crawls: of new packages, and of known ones that changed. */
@ApplicationScoped
public class CrawlPlanner {

  private static final int AT_ONCE = 1_000;

  private final PlanStore store;
  private final Clock clock;

  public CrawlPlanner(PlanStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
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
      crawls.add(
          SchedulableInstance.of(
              CrawlTask.firstCrawlOfList(one.name()), now.plusMillis(crawls.size())));
    }
    crawls.stream()
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(batch -> schedule(scheduler, batch));
    store.planned(inOrder);
  }

  /** Plans a crawl for each package without one; returns how many known ones go first. */
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
      crawls.add(SchedulableInstance.of(CrawlTask.firstCrawl(one.name(), one.downloads()), now));
    }
    return schedule(scheduler, crawls)
        ? fresh
        : fresh.stream().filter(one -> !isBeingCrawled(scheduler, one.name())).toList();
  }

  /** The same holds for a package that is being crawled for its last change. */
  private boolean again(SchedulerClient scheduler, PackageName name) {
    return scheduler.scheduleIfNotExists(CrawlTask.changed(name), clock.instant());
  }

  private static boolean isBeingCrawled(SchedulerClient scheduler, PackageName name) {
    return scheduler
        .getScheduledExecution(CrawlTask.firstCrawlOfList(name))
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
