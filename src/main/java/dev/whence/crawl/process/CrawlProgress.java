package dev.whence.crawl.process;

import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlTally;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The progress of due crawls, as this process knows it. It counts from the first expected crawl
 * until none is left, and then begins again.
 */
@ApplicationScoped
public class CrawlProgress {

  /**
   * The progress at one moment.
   *
   * @param total packages that are done or due, in all processes
   * @param failed packages whose crawl failed or had an unreadable answer
   * @param left an estimate of the time left; absent before the first package is done
   */
  record Snapshot(
      int done,
      long total,
      long versions,
      long attestations,
      long verified,
      long rejected,
      int failed,
      Optional<Duration> left) {

    boolean isPending() {
      return done < total;
    }
  }

  /** Due work begins within seconds. Otherwise another process has taken it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Set<PackageName> expected = new HashSet<>();
  private final Set<PackageName> underWay = new HashSet<>();
  private Instant since = Instant.EPOCH;
  private Instant lastChange = Instant.EPOCH;
  private long due;
  private int done;
  private int failed;
  private long versions;
  private long attestations;
  private long verified;
  private long rejected;

  public CrawlProgress(Clock clock) {
    this.clock = clock;
  }

  /** Crawls that will begin soon, here or in another process. */
  synchronized void expect(Collection<PackageName> names) {
    if (names.isEmpty()) {
      return;
    }
    beginWhereNothingIsPending();
    expected.addAll(names);
  }

  /** The number of packages that are due now, running ones included. */
  synchronized void due(long packages) {
    due = packages;
  }

  /** Whether this process crawls, or has just done so. */
  synchronized boolean isActive() {
    return !underWay.isEmpty()
        || Duration.between(lastChange, clock.instant()).compareTo(PATIENCE) <= 0;
  }

  /** A crawl begins, expected or not. */
  synchronized void started(PackageName name) {
    beginWhereNothingIsPending();
    expected.remove(name);
    underWay.add(name);
  }

  synchronized void ended(PackageName name, CrawlOutcome outcome) {
    lastChange = clock.instant();
    underWay.remove(name);
    due = Math.max(0, due - 1);
    done++;
    switch (outcome) {
      case CrawlOutcome.Stored stored -> add(stored.tally());
      case CrawlOutcome.Unchanged _, CrawlOutcome.NotFound _, CrawlOutcome.Abandoned _ -> {}
      case CrawlOutcome.Unreadable _, CrawlOutcome.Failed _ -> failed++;
    }
  }

  synchronized Snapshot snapshot() {
    Instant now = clock.instant();
    if (!isActive()) {
      expected.clear();
      due = 0;
    }
    long pending = pending();
    Optional<Duration> left =
        done == 0
            ? Optional.empty()
            : Optional.of(Duration.between(since, now).multipliedBy(pending).dividedBy(done));
    return new Snapshot(
        done, done + pending, versions, attestations, verified, rejected, failed, left);
  }

  private long pending() {
    return Math.max(due, expected.size() + underWay.size());
  }

  private void beginWhereNothingIsPending() {
    lastChange = clock.instant();
    if (pending() > 0) {
      return;
    }
    since = lastChange;
    done = 0;
    failed = 0;
    versions = 0;
    attestations = 0;
    verified = 0;
    rejected = 0;
  }

  private void add(CrawlTally tally) {
    versions += tally.versions();
    attestations += tally.attestations();
    verified += tally.count(Verdict.Outcome.VERIFIED);
    rejected += tally.count(Verdict.Outcome.REJECTED);
  }
}
