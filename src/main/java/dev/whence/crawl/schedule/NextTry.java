package dev.whence.crawl.schedule;

import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.provenance.PackageName;
import java.time.Duration;
import java.time.Instant;

/**
 * When a package is due again. Times are spread by name, so that packages that began together move
 * apart.
 */
public final class NextTry {

  /** A tenth earlier to a tenth later. */
  private static final double SPREAD = 0.2;

  /** Of a freshness goal; with the spread, an eighth of the goal is left for waiting in line. */
  private static final double BEFORE_THE_GOAL = 0.8;

  private static final Duration LONGEST_RETRY = Duration.ofDays(1);

  /** With the default interval, nearly four months. */
  private static final int COUNTS_LAST = 16;

  /** Far above what any wait needs; keeps the doubling from overflowing. */
  private static final int MOST_DOUBLINGS = 20;

  private final CrawlConfig config;

  public NextTry(CrawlConfig config) {
    this.config = config;
  }

  /** The longest time since the last crawl of a package of the tier. */
  public Duration goal(RefreshTier tier) {
    return switch (tier) {
      case HOT -> config.goalHot();
      case WARM -> config.goalWarm();
      case COOL -> config.goalCool();
      case COLD -> config.goalCold();
    };
  }

  /** After a success; soon if the crawl left something for the next one. */
  public NextCrawl afterSuccess(PackageName name, Instant now, RefreshTier tier, boolean complete) {
    Duration wait = complete ? scaled(goal(tier), BEFORE_THE_GOAL) : config.retry();
    return new NextCrawl(now.plus(spread(name, wait)), tier);
  }

  /**
   * After a failure.
   *
   * @param failures in a row, with this one
   * @param asked the wait that the registry asked for; zero if it did not
   */
  public Instant afterFailure(PackageName name, Instant now, int failures, Duration asked) {
    if (isParked(failures)) {
      return rarely(name, now);
    }
    int doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
    Duration doubled = config.retry().multipliedBy(1L << doublings);
    Duration wait = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    Duration spread = spread(name, wait);
    return now.plus(spread.compareTo(asked) < 0 ? asked : spread);
  }

  /** After a refusal: that is a decision, not an outage that ends in minutes. */
  public Instant afterRefusal(PackageName name, Instant now, int refusals) {
    return isParked(refusals) ? rarely(name, now) : now.plus(spread(name, LONGEST_RETRY));
  }

  /** Whether a package that failed so often in a row is tried rarely from now on. */
  public boolean isParked(int failures) {
    return failures >= config.parkAfter();
  }

  /** For packages that are unlikely to change. */
  public Instant rarely(PackageName name, Instant now) {
    return now.plus(spread(name, config.rareInterval()));
  }

  /**
   * npm counts whole months; a count that could not be read is requested again after the same time.
   */
  public Instant forDownloads(PackageName name, Instant now) {
    return now.plus(spread(name, config.downloadsInterval()));
  }

  /**
   * The counts of all packages appear a few times a year; only popular packages are requested
   * sooner.
   */
  public Instant forCounts(PackageName name, Instant now, boolean popular) {
    Duration wait = config.downloadsInterval().multipliedBy(popular ? 1 : COUNTS_LAST);
    return now.plus(spread(name, wait));
  }

  private static Duration spread(PackageName name, Duration duration) {
    double place = Math.floorMod(name.value().hashCode() * 0x9E3779B9, 1_000) / 1_000.0;
    return scaled(duration, 1 - SPREAD / 2 + SPREAD * place);
  }

  private static Duration scaled(Duration duration, double by) {
    return Duration.ofMillis(Math.round(duration.toMillis() * by));
  }
}
