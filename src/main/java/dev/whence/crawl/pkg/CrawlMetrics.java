package dev.whence.crawl.pkg;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Supplier;

/** The crawl's metrics for operators. */
@ApplicationScoped
public class CrawlMetrics {

  private final MeterRegistry meters;

  public CrawlMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Runs a crawl, and counts and times it by its outcome. */
  CrawlOutcome time(Supplier<CrawlOutcome> crawl) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "error";
    try {
      CrawlOutcome ended = crawl.get();
      outcome = word(ended);
      if (ended instanceof CrawlOutcome.Stored stored) {
        count(stored.tally());
      }
      return ended;
    } finally {
      sample.stop(
          Timer.builder("whence.crawl.packages")
              .description("Crawls of one package, by how they ended")
              .tag("outcome", outcome)
              .register(meters));
    }
  }

  private void count(CrawlTally tally) {
    fetched("served", tally.responses());
    fetched("not_found", tally.notFound());
    fetched("refused", tally.refused());
    fetched("failed", tally.failed());
    tally
        .verdicts()
        .forEach(
            (outcome, count) ->
                meters
                    .counter(
                        "whence.verify.attestations",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                    .increment(count));
  }

  private void fetched(String result, int count) {
    meters.counter("whence.crawl.attestation.responses", "result", result).increment(count);
  }

  private static String word(CrawlOutcome outcome) {
    return switch (outcome) {
      case CrawlOutcome.Stored _ -> "stored";
      case CrawlOutcome.Unchanged _ -> "unchanged";
      case CrawlOutcome.NotFound _ -> "not_found";
      case CrawlOutcome.Unreadable _ -> "unreadable";
      case CrawlOutcome.Failed _ -> "failed";
      case CrawlOutcome.Abandoned _ -> "abandoned";
    };
  }
}
