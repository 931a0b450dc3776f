package dev.whence.crawl.process;

import dev.whence.catalog.CatalogException;
import dev.whence.catalog.JobName;
import dev.whence.catalog.state.JobStore;
import dev.whence.crawl.pkg.CrawlPulse;
import dev.whence.crawl.pkg.CrawlSilence;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records the results of crawls under one job name, like those of other jobs. One success among
 * many failures counts as success, because each package has its own record.
 */
@ApplicationScoped
public class CrawlRecorder {

  private static final Logger LOG = Logger.getLogger(CrawlRecorder.class);

  private final CrawlStart start;
  private final CrawlPulse pulse;
  private final CrawlSilence silence;
  private final JobStore store;
  private final Clock clock;

  public CrawlRecorder(
      CrawlStart start, CrawlPulse pulse, CrawlSilence silence, JobStore store, Clock clock) {
    this.start = start;
    this.pulse = pulse;
    this.silence = silence;
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void recordWhereCrawling() {
    if (!start.isCrawling()) {
      return;
    }
    try {
      record();
    } catch (CatalogException e) {
      LOG.debug("How crawls end is not recorded while the database is away", e);
    }
  }

  public void record() {
    Optional<String> hanging = silence.hanging();
    if (hanging.isPresent()) {
      store.failed(JobName.CRAWL, hanging.get(), clock.instant(), null);
      return;
    }
    pulse.report().ifPresent(this::record);
  }

  private void record(CrawlPulse.Report report) {
    @Nullable String failure = report.failure();
    if (failure == null) {
      store.succeeded(JobName.CRAWL, clock.instant(), null);
    } else {
      store.failed(JobName.CRAWL, failure, clock.instant(), null);
    }
  }
}
