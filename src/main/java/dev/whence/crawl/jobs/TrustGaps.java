package dev.whence.crawl.jobs;

import dev.whence.catalog.count.TrustGapStore;
import dev.whence.catalog.count.TrustGapStore.Asking;
import dev.whence.verify.TrustKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices if a check lacks something in the trust material, and starts a refresh at once; if the
 * refresh fails, it tries again. If the thing is missing after the refresh, it waits for the
 * regular refresh, so that a forged key id cannot cause endless requests.
 */
@ApplicationScoped
public class TrustGaps {

  /** New gaps may appear all the time, because anybody can invent key ids. */
  private static final Duration BETWEEN_REQUESTS = Duration.ofMinutes(10);

  /** A count reads all missing things. It may use this share of the time. */
  private static final int ONE_IN = 100;

  private final TrustGapStore store;
  private final TrustKeeper trust;
  private final SharedTrust shared;
  private final Clock clock;
  private Instant next = Instant.MIN;

  public TrustGaps(TrustGapStore store, TrustKeeper trust, SharedTrust shared, Clock clock) {
    this.store = store;
    this.trust = trust;
    this.shared = shared;
    this.clock = clock;
  }

  /**
   * Counts, and starts a refresh if something new is missing; returns why the refresh failed,
   * otherwise empty.
   */
  synchronized Optional<String> look() {
    Instant begin = clock.instant();
    if (begin.isBefore(next)) {
      return Optional.empty();
    }
    store.count(begin);
    next = begin.plus(Duration.between(begin, clock.instant()).multipliedBy(ONE_IN));
    return mustAsk(begin) ? ask(begin) : Optional.empty();
  }

  private Optional<String> ask(Instant now) {
    store.asked(now);
    return shared.refresh();
  }

  private boolean mustAsk(Instant now) {
    Asking asking = store.asking();
    boolean askedLately =
        asking.lastAt() != null && asking.lastAt().isAfter(now.minus(BETWEEN_REQUESTS));
    boolean failed = trust.status().problem() != null && asking.any();
    return trust.asks() && (asking.isNew() || failed) && !askedLately;
  }
}
