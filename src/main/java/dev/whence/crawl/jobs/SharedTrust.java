package dev.whence.crawl.jobs;

import dev.whence.catalog.CatalogException;
import dev.whence.catalog.state.TrustStore;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustCopy;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustStatus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The trust material of all processes that share the Postgres: one asks Sigstore's TUF repository
 * and stores the answer, and the others use it.
 */
@ApplicationScoped
public class SharedTrust {

  private static final Logger LOG = Logger.getLogger(SharedTrust.class);

  /** Before the crawl begins and anything is verified. */
  private static final int EARLY = 1;

  private final TrustKeeper trust;
  private final TrustStore store;
  private long seen;
  private @Nullable String refused;

  public SharedTrust(TrustKeeper trust, TrustStore store) {
    this.trust = trust;
    this.store = store;
  }

  void onStart(@Observes @Priority(EARLY) StartupEvent start) {
    take();
  }

  /** All other processes have a new copy within this time. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void takeOnTime() {
    try {
      take();
    } catch (CatalogException e) {
      LOG.debug("The trust material stays as it is while the database is away", e);
    }
  }

  /** Without a repository to ask, at least the operator's files are read again. */
  @Scheduled(
      every = "${whence.trust.refresh-every:6h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void readFilesAgain() {
    if (!trust.asks()) {
      trust.refresh();
    }
  }

  /** Takes the stored copy if it has changed. */
  synchronized void take() {
    if (trust.usesCopies()) {
      takeNewest();
    }
  }

  /**
   * Asks the TUF repository now, and stores the answer, or the reason of a failure, for the others.
   * It takes the stored copy first, so that no older copy can follow.
   *
   * @return why that failed, in a sentence; empty if it did not
   */
  synchronized Optional<String> refresh() {
    if (!trust.asks()) {
      return problem(trust.refresh());
    }
    takeNewest();
    TrustStatus status = trust.refresh();
    @Nullable String problem = status.problem();
    if (problem == null) {
      trust.copy().ifPresent(this::store);
    } else {
      store.failed(seen, problem);
    }
    return problem(status);
  }

  private static Optional<String> problem(TrustStatus status) {
    return Optional.ofNullable(status.problem())
        .map(problem -> "Trust material was not refreshed: " + problem + ".");
  }

  private void takeNewest() {
    TrustStore.State state = store.state();
    if (state.revision() != seen) {
      store.copy().ifPresent(this::take);
    }
    trust.report(refused == null ? state.problem() : refused);
  }

  private void take(TrustStore.Copy stored) {
    seen = stored.revision();
    try {
      refused = null;
      trust.take(new TrustCopy(stored.digest(), stored.confirmedAt(), stored.files()));
    } catch (TrustException e) {
      String problem = "the copy in the database is not taken: ";
      refused = problem + e.published();
      LOG.warnf("%s%s; the last good one stays in use", problem, e.getMessage());
    }
  }

  private void store(TrustCopy copy) {
    if (store.replace(seen, copy.digest(), copy.confirmedAt(), copy.files())) {
      seen++;
      refused = null;
    }
  }
}
