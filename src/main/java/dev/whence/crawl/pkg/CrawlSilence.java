package dev.whence.crawl.pkg;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.registry.http.RegistryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Distinguishes a crawl that hangs from one that waits. Every request ends within its configured
 * time, so each running crawl gives a sign from time to time.
 */
@ApplicationScoped
public class CrawlSilence {

  /** A pause that the registry asks for, and the wait before the next try, beside its timeout. */
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(3);

  /** For the turns of other crawls and for the work after the requests: verifying and storing. */
  private static final int GENEROUS = 2;

  private final RegistryConfig registry;
  private final CrawlPulse pulse;
  private final CrawlWriter writer;
  private final Clock clock;

  public CrawlSilence(RegistryConfig registry, CrawlPulse pulse, CrawlWriter writer, Clock clock) {
    this.registry = registry;
    this.pulse = pulse;
    this.writer = writer;
    this.clock = clock;
  }

  /** The longest time that a crawl can be without a sign; with the defaults, 50 minutes. */
  Duration longest() {
    return registry.timeout().plus(BETWEEN_TRIES).multipliedBy((long) registry.tries() * GENEROUS);
  }

  /** What hangs, in a sentence; empty if nothing hangs or nothing is due. */
  public Optional<String> hanging() {
    Instant now = clock.instant();
    Optional<String> silent = pulse.silent(longest()).map(crawl -> crawl.words(now));
    return silent.isPresent() ? silent : idleThoughDue(now);
  }

  /**
   * Other processes may be crawling, but this process would have got some of the work that is due
   * so long.
   */
  private Optional<String> idleThoughDue(Instant now) {
    Instant since = now.minus(longest());
    return pulse.lastSign().isBefore(since) && !writer.due(since, 1).isEmpty()
        ? Optional.of(
            "No crawl has begun or ended for "
                + Duration.between(pulse.lastSign(), now).toMinutes()
                + " minutes, though packages are due.")
        : Optional.empty();
  }
}
