package dev.whence.crawl.jobs;

import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.JobName;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.count.FreshnessStore;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.RefreshTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the packages that meet their freshness goals, in one of the processes that share the
 * Postgres.
 */
@ApplicationScoped
public class FreshnessTask {

  /** A count takes longer with more packages; it may use this share of the time. */
  private static final int ONE_IN = 100;

  private final CrawlConfig config;
  private final FreshnessStore store;
  private final Clock clock;
  private final RefreshTable table;
  private volatile Instant next = Instant.MIN;

  public FreshnessTask(CrawlConfig config, FreshnessStore store, Clock clock) {
    this.config = config;
    this.store = store;
    this.clock = clock;
    this.table = new RefreshTable(config);
  }

  public Job job() {
    return new Job(JobName.FRESHNESS, config.countEvery(), Priority.HIGH, _ -> run());
  }

  private Optional<String> run() {
    count();
    return Optional.empty();
  }

  /** Counts, unless counting took too much time lately. */
  public void count() {
    Instant begin = clock.instant();
    if (begin.isBefore(next)) {
      return;
    }
    Map<RefreshTier, Duration> goals = new EnumMap<>(RefreshTier.class);
    for (RefreshTier tier : RefreshTier.values()) {
      goals.put(tier, table.goal(tier));
    }
    store.count(goals, begin);
    next = begin.plus(Duration.between(begin, clock.instant()).multipliedBy(ONE_IN));
  }
}
