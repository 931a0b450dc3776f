package dev.whence.crawl;

import dev.whence.provenance.PackageName;
import java.time.Duration;
import java.time.Instant;

/** When a package is due again. Spread by name, so that what began together does not stay so. */
final class NextTry {

  /** A tenth earlier to a tenth later. */
  private static final double SPREAD = 0.2;

  /** Far above what any interval needs; keeps the doubling from overflowing. */
  private static final int MOST_DOUBLINGS = 20;

  private final CrawlConfig config;

  NextTry(CrawlConfig config) {
    this.config = config;
  }

  /** After a success; soon where the crawl left something for the next one. */
  Instant afterSuccess(PackageName name, Instant now, boolean complete) {
    return now.plus(spread(name, complete ? config.interval() : config.retry()));
  }

  /**
   * After a failure.
   *
   * @param failuresBefore in a row, without this one
   * @param asked the wait that the registry asked for; zero where it did not
   */
  Instant afterFailure(PackageName name, Instant now, int failuresBefore, Duration asked) {
    Duration doubled = config.retry().multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(config.interval()) < 0 ? doubled : config.interval();
    Duration spread = spread(name, wait);
    return now.plus(spread.compareTo(asked) < 0 ? asked : spread);
  }

  /** For what is unlikely to change. */
  Instant rarely(PackageName name, Instant now) {
    return now.plus(spread(name, config.rareInterval()));
  }

  /** npm counts whole months; what could not be learnt is asked for at the next ordinary time. */
  Instant forDownloads(PackageName name, Instant now, boolean known) {
    return now.plus(spread(name, known ? config.downloadsInterval() : config.interval()));
  }

  private static Duration spread(PackageName name, Duration duration) {
    double place = Math.floorMod(name.value().hashCode() * 0x9E3779B9, 1_000) / 1_000.0;
    return Duration.ofMillis(Math.round(duration.toMillis() * (1 - SPREAD / 2 + SPREAD * place)));
  }
}
