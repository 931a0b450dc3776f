package dev.whence.crawl.pkg;

import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs of life of the crawls of this process: a crawl that begins, that gets an answer, that ends.
 */
@ApplicationScoped
public class CrawlPulse {

  private final Clock clock;
  private final Map<PackageName, Instant> underWay = new HashMap<>();
  private Instant lastSign;
  private boolean hasSucceeded;
  private @Nullable String lastFailure;

  public CrawlPulse(Clock clock) {
    this.clock = clock;
    this.lastSign = clock.instant();
  }

  /** A crawl without a sign, and since when. */
  record Silent(PackageName name, Instant since) {

    /** As a sentence. */
    String words(Instant now) {
      return "The crawl of "
          + name
          + " has given no sign for "
          + Duration.between(since, now).toMinutes()
          + " minutes.";
    }
  }

  /** A crawl begins, or has got an answer. */
  synchronized void sign(PackageName name) {
    lastSign = clock.instant();
    underWay.put(name, lastSign);
  }

  synchronized void ended(PackageName name, CrawlOutcome outcome) {
    left(name);
    switch (outcome) {
      case CrawlOutcome.Stored _,
          CrawlOutcome.Unchanged _,
          CrawlOutcome.NotFound _,
          CrawlOutcome.Unreadable _ ->
          hasSucceeded = true;
      case CrawlOutcome.Failed failed -> lastFailure = failed.reason();
      case CrawlOutcome.Abandoned _ -> {}
    }
  }

  /** A crawl ended without an outcome: the database does not answer. */
  synchronized void broke(PackageName name, RuntimeException fault) {
    left(name);
    lastFailure = "An internal error: " + fault.getClass().getSimpleName() + ".";
  }

  private void left(PackageName name) {
    lastSign = clock.instant();
    underWay.remove(name);
  }

  /** The crawl without a sign for the longest time, if that is longer than a crawl can be. */
  synchronized Optional<Silent> silent(Duration longest) {
    Instant since = clock.instant().minus(longest);
    return underWay.entrySet().stream()
        .filter(crawl -> crawl.getValue().isBefore(since))
        .min(Map.Entry.comparingByValue())
        .map(crawl -> new Silent(crawl.getKey(), crawl.getValue()));
  }

  /** When there was the last sign of any crawl; before the first, when the process began. */
  synchronized Instant lastSign() {
    return lastSign;
  }

  /**
   * How crawls ended since the last report.
   *
   * @param failure of the last failed one if none succeeded; absent if one did
   */
  public record Report(@Nullable String failure) {}

  /** Empty if none ended. */
  public synchronized Optional<Report> report() {
    boolean succeeded = hasSucceeded;
    @Nullable String failure = lastFailure;
    hasSucceeded = false;
    lastFailure = null;
    return succeeded || failure != null
        ? Optional.of(new Report(succeeded ? null : failure))
        : Optional.empty();
  }
}
