package dev.whence.crawl.schedule;

import com.github.kagkarlsson.scheduler.task.Priority;
import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.RefreshEvent.Abandoned;
import dev.whence.crawl.schedule.RefreshEvent.Changed;
import dev.whence.crawl.schedule.RefreshEvent.Crawled;
import dev.whence.crawl.schedule.RefreshEvent.CrawledInPart;
import dev.whence.crawl.schedule.RefreshEvent.Discovered;
import dev.whence.crawl.schedule.RefreshEvent.Failed;
import dev.whence.crawl.schedule.RefreshEvent.Named;
import dev.whence.crawl.schedule.RefreshEvent.NoPackument;
import dev.whence.crawl.schedule.RefreshEvent.Overdue;
import dev.whence.crawl.schedule.RefreshEvent.Refused;
import dev.whence.crawl.schedule.RefreshEvent.UnderWay;
import dev.whence.crawl.schedule.RefreshEvent.Unpublished;
import dev.whence.provenance.PackageName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The table of ADR 013: for each event, when the package is crawled next, in which tier and with
 * which priority. All code that plans or makes crawls asks this class.
 *
 * <p>Waits are spread by the package's name, so that packages that were crawled together are not
 * always due together.
 */
public final class RefreshTable {

  private static final Duration NONE = Duration.ZERO;

  /**
   * The part of a goal after which a package is due. With the spread, an eighth of the goal is left
   * for waiting in the queue.
   */
  private static final double BEFORE_THE_GOAL = 0.8;

  /** From a tenth earlier to a tenth later. */
  private static final double SPREAD = 0.2;

  private static final Duration LONGEST_RETRY = Duration.ofDays(1);

  /** Far above what any wait needs; keeps the doubling from overflowing. */
  private static final int MOST_DOUBLINGS = 20;

  /** Long enough for the process that found a package to give it a task. */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  /** The file appears a few times a year. With the default interval, this is nearly four months. */
  private static final int FILE_LASTS = 16;

  private static final int CHANGED = Priority.HIGH + 1;
  private static final int NAMED = Priority.HIGH;

  /** The priority of a first crawl; each digit of the downloads adds one. */
  private static final int DISCOVERED = 60;

  private final CrawlConfig config;

  public RefreshTable(CrawlConfig config) {
    this.config = config;
  }

  /** When the package is looked at next, after what happened to it now. */
  public NextLook after(RefreshEvent event, PackageName name, Instant now) {
    return switch (event) {
      case Crawled(RefreshTier tier, Instant retryAt) ->
          inTier(tier, earlier(now.plus(spread(name, beforeGoal(tier))), retryAt));
      case CrawledInPart(RefreshTier tier) -> inTier(tier, now.plus(spread(name, config.retry())));
      case Unpublished() -> inTier(RefreshTier.COLD, now.plus(rarely(name)));
      case NoPackument(boolean hadOne, int failures) ->
          keepingTier(now.plus(hadOne ? retry(name, failures, NONE) : rarely(name)));
      case Failed(int failures, Duration waitAsked) ->
          keepingTier(now.plus(retry(name, failures, waitAsked)));
      case Refused(int refusals) ->
          keepingTier(now.plus(isParked(refusals) ? rarely(name) : spread(name, LONGEST_RETRY)));
      case Abandoned() -> keepingTier(now);
      case UnderWay() -> withPriority(CHANGED, now.plus(config.pollInterval()));
      case Changed() -> withPriority(CHANGED, now);
      case Named(int place) -> withPriority(NAMED, now.plusMillis(place));
      case Discovered(Long downloads) -> withPriority(DISCOVERED + digits(downloads), now);
      case Overdue() -> withPriority(priority(RefreshTier.COOL), now);
    };
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

  /**
   * The priority of the next crawl of a known package. A first crawl of a whole registry takes
   * days, in which hot and warm packages would grow old. They are a few percent of all packages,
   * and go before new packages with fewer downloads.
   */
  private static int priority(RefreshTier tier) {
    return switch (tier) {
      case HOT -> DISCOVERED + 7;
      case WARM -> DISCOVERED + 5;
      case COOL -> Priority.MEDIUM + 1;
      case COLD -> Priority.MEDIUM;
    };
  }

  /**
   * Whether a package or version with this many failures in a row is tried only rarely from now on.
   */
  public boolean isParked(int failures) {
    return failures >= config.parkAfter();
  }

  /** A package that was due at this time counts as overdue. */
  public Instant overdueSince(Instant now) {
    return now.minus(OVERDUE);
  }

  /** When the API is asked next for downloads that it was asked for now, with or without answer. */
  public Instant afterDownloadsAsked(PackageName name, Instant now) {
    return now.plus(spread(name, config.downloadsInterval()));
  }

  /** The same for downloads from the file with the counts of all packages. */
  public Instant afterDownloadsRead(PackageName name, long downloads, Instant now) {
    int intervals = TierRules.isPopular(downloads) ? 1 : FILE_LASTS;
    return now.plus(spread(name, config.downloadsInterval().multipliedBy(intervals)));
  }

  private static NextLook inTier(RefreshTier tier, Instant at) {
    return new NextLook(at, tier, priority(tier));
  }

  /** A package that has no task yet gets one with the lowest priority. */
  private static NextLook keepingTier(Instant at) {
    return new NextLook(at, null, priority(RefreshTier.COLD));
  }

  private static NextLook withPriority(int priority, Instant at) {
    return new NextLook(at, null, priority);
  }

  private Duration beforeGoal(RefreshTier tier) {
    return scaled(goal(tier), BEFORE_THE_GOAL);
  }

  private Duration rarely(PackageName name) {
    return spread(name, config.rareInterval());
  }

  /** Twice as long after each failure, up to a day, until the package is parked. */
  private Duration retry(PackageName name, int failures, Duration waitAsked) {
    if (isParked(failures)) {
      return rarely(name);
    }
    int doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
    Duration doubled = config.retry().multipliedBy(1L << doublings);
    Duration wait = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    Duration spread = spread(name, wait);
    return spread.compareTo(waitAsked) < 0 ? waitAsked : spread;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private static int digits(@Nullable Long downloads) {
    return downloads == null ? 0 : Long.toString(downloads).length();
  }

  private static Duration spread(PackageName name, Duration duration) {
    double place = Math.floorMod(name.value().hashCode() * 0x9E3779B9, 1_000) / 1_000.0;
    return scaled(duration, 1 - SPREAD / 2 + SPREAD * place);
  }

  private static Duration scaled(Duration duration, double by) {
    return Duration.ofMillis(Math.round(duration.toMillis() * by));
  }
}
