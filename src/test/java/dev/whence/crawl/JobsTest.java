package dev.whence.crawl;

import static dev.whence.crawl.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.JobName;
import dev.whence.catalog.state.JobRecord;
import dev.whence.catalog.state.JobRepository;
import dev.whence.crawl.process.CrawlProgress;
import dev.whence.crawl.process.CrawlScheduler;
import dev.whence.crawl.process.JobMetrics;
import dev.whence.testing.ReplayRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How background jobs end is seen, before their first success too. */
@Timeout(60)
class JobsTest {

  private static final String FEED = "/_changes";

  private ReplayRegistry registry;
  private TestCrawl crawl;
  private CrawlScheduler scheduler;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    crawl =
        new TestCrawl(
            registry,
            Map.of(
                "whence.crawl.changes", "known",
                "whence.crawl.changes-every", "50ms",
                "whence.crawl.count-every", "50ms",
                "whence.crawl.poll-interval", "50ms"));
    scheduler = crawl.scheduler(new CrawlProgress(Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    scheduler.stop();
    registry.close();
  }

  /** What mirrors answer whose changes feed is not npm's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"results":[],"last_seq":"9-g1AAAACLeJzLYWBg","pending":0} | The changes feed gives the text "9-g1AAAACLeJ" as a sequence. Only a feed that counts in numbers, as npm's does, can be followed.
          <html> | The changes feed sent no usable answer: it is not a whole JSON document.
          {"results":[],"last_seq":[9,"g1AA"]} | The changes feed sent no usable answer: it is no page of a changes feed.
          {"errors":[{"status":404}]} | The changes feed sent no usable answer: it is no page of a changes feed.
          """)
  void shouldSayWhyAFeedCannotBeFollowed(String page, String reason) {
    registry.answer(FEED, page.getBytes(UTF_8));
    scheduler.start();

    await(() -> job(JobName.CHANGES).isFailing());

    assertThat(job(JobName.CHANGES).reason()).isEqualTo(reason);
    assertThat(job(JobName.CHANGES).lastSuccessAt()).isNull();
    assertThat(job(JobName.CHANGES).nextAt()).isNotNull();
    assertThat(crawl.catalog.query("SELECT url FROM changes_feed")).isEmpty();
  }

  @Test
  void shouldTellAFailureUntilTheNextSuccessAndItsReasonStill() {
    scheduler.start();
    await(() -> job(JobName.CHANGES).isFailing());
    Instant since = job(JobName.CHANGES).failingSince();
    Instant first = job(JobName.CHANGES).lastFailureAt();
    await(() -> !Objects.equals(job(JobName.CHANGES).lastFailureAt(), first));
    assertThat(job(JobName.CHANGES).failingSince()).isEqualTo(since);

    new FeedOnRegistry(registry).tell("a");
    await(() -> !job(JobName.CHANGES).isFailing());

    assertThat(job(JobName.CHANGES).lastSuccessAt()).isAfter(since);
    assertThat(job(JobName.CHANGES).reason())
        .isEqualTo("The registry has no changes feed: it answered 404.");
  }

  @Test
  void shouldRecordAFaultOfOurs() throws SQLException {
    execute("ALTER TABLE freshness RENAME TO elsewhere");
    scheduler.start();
    await(() -> job(JobName.FRESHNESS).isFailing());
    assertThat(job(JobName.FRESHNESS).reason()).isEqualTo("An internal error: CatalogException.");

    execute("ALTER TABLE elsewhere RENAME TO freshness");
    await(() -> !job(JobName.FRESHNESS).isFailing());
  }

  @Test
  void shouldMakeItAMetricBeforeTheFirstSuccessToo() {
    scheduler.start();
    await(() -> job(JobName.CHANGES).isFailing() && job(JobName.FRESHNESS).lastSuccessAt() != null);

    new JobMetrics(crawl.start(Set.of(Role.CRAWL), scheduler), new JobRepository(), crawl.meters)
        .show(crawl.catalog.stored.jobs());

    assertThat(gauge("whence.job.failing", "changes")).isEqualTo(1);
    assertThat(gauge("whence.job.last.success.seconds", "changes")).isZero();
    assertThat(gauge("whence.job.failing", "freshness")).isZero();
    assertThat(gauge("whence.job.last.success.seconds", "freshness"))
        .isGreaterThan(Instant.now().getEpochSecond() - 60.0);
  }

  private double gauge(String name, String job) {
    return crawl.meters.get(name).tag("job", job).gauge().value();
  }

  private JobRecord job(JobName name) {
    return crawl.catalog.stored.jobs().stream()
        .filter(job -> job.name() == name)
        .findFirst()
        .orElseThrow();
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = crawl.catalog.dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
