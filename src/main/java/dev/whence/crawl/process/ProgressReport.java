package dev.whence.crawl.process;

import dev.whence.catalog.CatalogException;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawlConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows the crawl's progress to the user: as a bar on a terminal, otherwise as log lines. */
@ApplicationScoped
class ProgressReport {

  private static final Logger LOG = Logger.getLogger("dev.whence.crawl.progress");

  /** A count takes longer with more due packages; it may use this share of the time. */
  private static final int ONE_IN = 20;

  private final CrawlProgress progress;
  private final CrawlWriter writer;
  private final Clock clock;
  private final boolean onTerminal;
  private Instant nextCount = Instant.MIN;
  private boolean wasPending;
  private @Nullable ProgressBar bar;

  ProgressReport(CrawlProgress progress, CrawlWriter writer, CrawlConfig config, Clock clock) {
    this.progress = progress;
    this.writer = writer;
    this.clock = clock;
    this.onTerminal = config.progressBar();
  }

  @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void report() {
    countDue();
    CrawlProgress.Snapshot now = progress.snapshot();
    if (now.isPending() || wasPending) {
      if (onTerminal) {
        draw(now);
      } else {
        LOG.info(line(now));
      }
    }
    wasPending = now.isPending();
  }

  private void countDue() {
    Instant begin = clock.instant();
    if (!progress.isActive() || begin.isBefore(nextCount)) {
      return;
    }
    try {
      progress.due(writer.countDue(begin));
    } catch (CatalogException e) {
      LOG.debug("What is due is not known while the database is away", e);
    }
    nextCount = begin.plus(Duration.between(begin, clock.instant()).multipliedBy(ONE_IN));
  }

  /** {@code Crawled 12 of 23 packages: 456 versions, 27 attestations, 27 verified, …}. */
  static String line(CrawlProgress.Snapshot now) {
    return "Crawled %,d of %,d packages: %s%s"
        .formatted(
            now.done(),
            now.total(),
            figures(now),
            now.isPending() ? now.left().map(ProgressReport::left).orElse("") : "");
  }

  private static String figures(CrawlProgress.Snapshot now) {
    return "%,d versions, %,d attestations, %,d verified, %,d rejected, %,d failed"
        .formatted(
            now.versions(), now.attestations(), now.verified(), now.rejected(), now.failed());
  }

  private static String left(Duration left) {
    return "; about %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
  }

  private void draw(CrawlProgress.Snapshot now) {
    if (bar == null) {
      bar = new ProgressBarBuilder().setTaskName("Crawl").setInitialMax(now.total()).build();
    }
    bar.maxHint(now.total());
    bar.stepTo(now.done());
    bar.setExtraMessage(" " + figures(now));
    if (!now.isPending()) {
      bar.close();
      bar = null;
    }
  }
}
