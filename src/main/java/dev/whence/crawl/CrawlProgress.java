package dev.whence.crawl;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far this process is with the crawls that are due. It counts from when the first one is
 * expected until none is left, then begins again.
 */
@ApplicationScoped
class CrawlProgress {

  /**
   * A moment in it.
   *
   * @param total packages done, under way and expected
   * @param failed packages whose crawl failed or gave nothing readable
   * @param left an estimate; absent before the first package is done
   */
  record Snapshot(
      int done,
      int total,
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

  private final Clock clock;
  private final Set<PackageName> waiting = new HashSet<>();
  private Instant since = Instant.EPOCH;
  private int done;
  private int failed;
  private long versions;
  private long attestations;
  private long verified;
  private long rejected;

  CrawlProgress(Clock clock) {
    this.clock = clock;
  }

  /** A crawl that will begin soon. */
  synchronized void expect(PackageName name) {
    if (waiting.isEmpty()) {
      begin();
    }
    waiting.add(name);
  }

  /** A crawl begins, expected or not. */
  synchronized void started(PackageName name) {
    expect(name);
  }

  synchronized void ended(PackageName name, CrawlOutcome outcome) {
    waiting.remove(name);
    done++;
    switch (outcome) {
      case CrawlOutcome.Stored stored -> add(stored.tally());
      case CrawlOutcome.Unchanged _, CrawlOutcome.NotFound _, CrawlOutcome.Abandoned _ -> {}
      case CrawlOutcome.Unreadable _, CrawlOutcome.Failed _ -> failed++;
    }
  }

  synchronized Snapshot snapshot() {
    int total = done + waiting.size();
    Optional<Duration> left =
        done == 0
            ? Optional.empty()
            : Optional.of(
                Duration.between(since, clock.instant())
                    .multipliedBy(waiting.size())
                    .dividedBy(done));
    return new Snapshot(done, total, versions, attestations, verified, rejected, failed, left);
  }

  private void begin() {
    since = clock.instant();
    done = 0;
    failed = 0;
    versions = 0;
    attestations = 0;
    verified = 0;
    rejected = 0;
  }

  private void add(Tally tally) {
    versions += tally.versions();
    attestations += tally.attestations();
    verified += tally.count(Verdict.Outcome.VERIFIED);
    rejected += tally.count(Verdict.Outcome.REJECTED);
  }
}
