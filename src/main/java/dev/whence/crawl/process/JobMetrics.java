package dev.whence.crawl.process;

import dev.whence.catalog.state.JobRecord;
import dev.whence.catalog.state.JobRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The status of the background jobs, from all processes. */
@ApplicationScoped
public class JobMetrics {

  private final CrawlStart start;
  private final JobRepository jobs;
  private final MultiGauge lastSuccess;
  private final MultiGauge failing;

  public JobMetrics(CrawlStart start, JobRepository jobs, MeterRegistry meters) {
    this.start = start;
    this.jobs = jobs;
    this.lastSuccess =
        MultiGauge.builder("whence.job.last.success.seconds")
            .description("When a background job last succeeded, in seconds since 1970; 0 if never")
            .register(meters);
    this.failing =
        MultiGauge.builder("whence.job.failing")
            .description("1 where a background job has failed since it last succeeded, else 0")
            .register(meters);
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void readWhereCrawling() {
    if (start.isCrawling()) {
      show(jobs.jobs());
    }
  }

  public void show(List<JobRecord> records) {
    lastSuccess.register(
        records.stream().map(job -> Row.of(tags(job), lastSuccessSeconds(job))).toList(), true);
    failing.register(
        records.stream().map(job -> Row.of(tags(job), job.isFailing() ? 1 : 0)).toList(), true);
  }

  private static long lastSuccessSeconds(JobRecord job) {
    return job.lastSuccessAt() == null ? 0 : job.lastSuccessAt().getEpochSecond();
  }

  private static Tags tags(JobRecord job) {
    return Tags.of("job", job.name().slug());
  }
}
