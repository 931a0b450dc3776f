package dev.whence.crawl.pkg;

import static dev.whence.crawl.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.JobName;
import dev.whence.catalog.state.JobRecord;
import dev.whence.crawl.Role;
import dev.whence.crawl.TestCrawl;
import dev.whence.crawl.process.CrawlHealth;
import dev.whence.crawl.process.CrawlProgress;
import dev.whence.crawl.process.CrawlRecorder;
import dev.whence.crawl.process.CrawlScheduler;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crawl that hangs is noticed; one that fails, waits or has nothing to do is none. */
@Timeout(60)
class CrawlSilenceTest {

  private ReplayRegistry registry;
  private TestCrawl crawl;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    crawl = new TestCrawl(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldNotBeReadyWhileACrawlGetsNoAnswer() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    registry.answer(
        "/p",
        exchange -> {
          awaitEnd(answer);
          exchange.sendResponseHeaders(404, -1);
        });
    CrawlScheduler scheduler = crawl.scheduler(new CrawlProgress(Clock.systemUTC()));
    scheduler.start();
    CrawlHealth health = crawl.health(Set.of(Role.CRAWL), scheduler);
    CrawlRecorder recorder = crawl.recorder(scheduler);
    Thread hanging = Thread.startVirtualThread(() -> crawl.crawl("p"));
    await(() -> registry.requests().stream().anyMatch(request -> request.path().equals("/p")));

    crawl.clock.advance(crawl.silence().longest());
    assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    crawl.clock.advance(Duration.ofSeconds(1));
    assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.call().getData().orElseThrow())
        .containsEntry("hangs", "The crawl of p has given no sign for 50 minutes.");
    recorder.record();
    assertThat(job().reason()).isEqualTo("The crawl of p has given no sign for 50 minutes.");

    answer.countDown();
    hanging.join();
    assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    recorder.record();
    assertThat(job().isFailing()).isFalse();
    scheduler.stop();
  }

  @Test
  void shouldNoticeThatNothingIsCrawledThoughPackagesAreDue() {
    crawl.catalog.writer.addPackages(List.of(new PackageName("p")), crawl.clock.instant());

    crawl.clock.advance(crawl.silence().longest().plusSeconds(1));
    assertThat(crawl.silence().hanging().orElseThrow())
        .isEqualTo("No crawl has begun or ended for 50 minutes, though packages are due.");

    crawl.crawl("p");
    assertThat(crawl.silence().hanging()).isEmpty();
  }

  @Test
  void shouldNotTakeAQuietTimeForOne() {
    assertThat(crawl.silence().hanging()).isEmpty();
    crawl.clock.advance(Duration.ofDays(10));
    assertThat(crawl.silence().hanging()).isEmpty();
  }

  @Test
  void shouldNotTakeFailuresForOneButRecordThem() {
    registry.answer("/p", 500);
    CrawlRecorder recorder = crawl.recorder(crawl.scheduler(new CrawlProgress(Clock.systemUTC())));
    crawl.crawl("p");
    recorder.record();
    assertThat(crawl.silence().hanging()).isEmpty();
    assertThat(job().reason()).isEqualTo("The registry answered 500.");
    assertThat(job().failingSince()).isEqualTo(crawl.clock.instant());

    crawl.crawl("p");
    crawl.crawl("q");
    recorder.record();
    assertThat(job().isFailing()).isFalse();
    assertThat(job().lastSuccessAt()).isEqualTo(crawl.clock.instant());
  }

  private JobRecord job() {
    return crawl.catalog.stored.jobs().stream()
        .filter(job -> job.name() == JobName.CRAWL)
        .findFirst()
        .orElseThrow();
  }

  private static void awaitEnd(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
