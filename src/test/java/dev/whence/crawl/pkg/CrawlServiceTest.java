package dev.whence.crawl.pkg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.crawl.TestCrawl;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.testing.Crawls;
import dev.whence.testing.ReplayRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that a registry may do leaves the right record, and nothing stored is lost. */
class CrawlServiceTest {

  private static final PackageName NAME = new PackageName("p");

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
  void shouldRecordAPackageThatTheRegistryDoesNotKnow() {
    assertThat(crawl.crawl("p")).isInstanceOf(CrawlOutcome.NotFound.class);
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.NOT_FOUND);
    assertThat(detail().crawl().error()).isEqualTo("The registry does not know this package.");
  }

  @Test
  void shouldKeepWhatIsStoredWhenThePackageVanishes() {
    serve("1.0.0", "");
    crawl.crawl("p");
    registry.answer("/p", 404);
    crawl.crawl("p");
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.NOT_FOUND);
    assertThat(versions()).containsExactly("1.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"name\":\"p\",\"versions\":{\"1.0.0\":{", "[]", "{\"name\":\"q\"}", "\0"})
  void shouldRecordAnUnreadablePackument(String body) {
    serve("1.0.0", "");
    crawl.crawl("p");
    registry.answer("/p", body.getBytes(UTF_8));
    assertThat(crawl.crawl("p")).isInstanceOf(CrawlOutcome.Unreadable.class);
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.UNREADABLE);
    assertThat(detail().crawl().error()).isNotBlank();
    assertThat(versions()).containsExactly("1.0.0");
  }

  @Test
  void shouldSoonAskAgainForAPackageThatHadAPackument() {
    assertThat(waitAfter("{\"error\":\"unavailable\"}")).isGreaterThan(Duration.ofDays(1));
    serve("1.0.0", "");
    crawl.crawl("p");
    assertThat(waitAfter("<html>maintenance</html>")).isLessThan(Duration.ofDays(1));
    registry.answer("/p", 404);
    assertThat(waitTo(crawl.crawl("p"))).isLessThan(Duration.ofDays(1));
  }

  private Duration waitAfter(String body) {
    registry.answer("/p", body.getBytes(UTF_8));
    return waitTo(crawl.crawl("p"));
  }

  private Duration waitTo(CrawlOutcome outcome) {
    return Duration.between(crawl.clock.instant(), outcome.nextTryAt());
  }

  @Test
  void shouldRecordAPackumentThatIsTooLarge() {
    registry.answer(
        "/p",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] spaces = " ".repeat(1_000_000).getBytes(UTF_8);
          try {
            for (int i = 0; i < 101; i++) {
              exchange.getResponseBody().write(spaces);
            }
          } catch (IOException clientLeft) {
            // It has seen enough.
          }
        });
    assertThat(crawl.crawl("p")).isInstanceOf(CrawlOutcome.Unreadable.class);
    assertThat(detail().crawl().error()).contains("larger than 100000000 bytes");
  }

  @Test
  void shouldWaitLongerAfterEachFailureAndNotHoldOneAgainstASuccess() {
    registry.answer("/p", 500);
    CrawlOutcome first = crawl.crawl("p");
    CrawlOutcome second = crawl.crawl("p");
    assertThat(first).isInstanceOf(CrawlOutcome.Failed.class);
    assertThat(Duration.between(crawl.clock.instant(), second.nextTryAt()))
        .isGreaterThan(Duration.between(crawl.clock.instant(), first.nextTryAt()));
    assertThat(detail().crawl().attempts()).isEqualTo(2);
    serve("1.0.0", "");
    crawl.crawl("p");
    assertThat(detail().crawl().attempts()).isZero();
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(detail().crawl().error()).isNull();
  }

  @Test
  void shouldMarkVersionsThatAreUnpublished() {
    serve("1.0.0", "");
    crawl.crawl("p");
    registry.answer(
        "/p",
        """
        {"name":"p","versions":{"2.0.0":{}},
         "time":{"1.0.0":"2026-01-01T00:00:00Z","2.0.0":"2026-01-02T00:00:00Z"}}
        """
            .getBytes(UTF_8));
    crawl.crawl("p");
    assertThat(versions()).containsExactly("2.0.0", "1.0.0");
    assertThat(detail().versions().getFirst().removedAt()).isNull();
    assertThat(detail().versions().getLast().removedAt()).isEqualTo(crawl.clock.instant());
  }

  @Test
  void shouldMarkAPackageThatIsUnpublished() {
    registry.answer(
        "/p",
        """
        {"name":"p","time":{"created":"2026-01-01T00:00:00Z",
         "unpublished":{"time":"2026-01-03T00:00:00Z","versions":["1.0.0"]}}}
        """
            .getBytes(UTF_8));
    crawl.crawl("p");
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.UNPUBLISHED);
    assertThat(detail().unpublishedAt()).isEqualTo("2026-01-03T00:00:00Z");
  }

  @Test
  void shouldTryAgainOnlyTheResponsesThatFailed() {
    serve("1.0.0", ATTESTED, "2.0.0", ATTESTED, "3.0.0", "");
    registry.answer(attestations("1.0.0"), 403);
    registry.answer(attestations("2.0.0"), "{}".getBytes(UTF_8));
    crawl.crawl("p");
    assertThat(evidence())
        .containsEntry("1.0.0", Evidence.REFUSED)
        .containsEntry("2.0.0", Evidence.UNREADABLE)
        .containsEntry("3.0.0", Evidence.NONE);
    registry.answer(attestations("1.0.0"), 404);
    crawl.clock.advance(Duration.ofDays(2));
    registry.forgetRequests();
    crawl.crawl("p");
    assertThat(evidence()).containsEntry("1.0.0", Evidence.NOT_FOUND);
    assertThat(registry.requests())
        .extracting(ReplayRegistry.Request::path)
        .containsExactly("/p", attestations("1.0.0"));
  }

  @Test
  void shouldAskForWhatIsNotServedOnlyWhileTheVersionIsYoung() {
    registry.answer(
        "/p",
        """
        {"name":"p","versions":{"1.0.0":%s,"2.0.0":%s},
         "time":{"1.0.0":"2026-01-01T00:00:00Z","2.0.0":"2026-11-23T00:00:00Z"}}
        """
            .formatted(ATTESTED, ATTESTED)
            .getBytes(UTF_8));
    crawl.crawl("p");
    registry.forgetRequests();
    crawl.crawl("p");
    assertThat(registry.requests())
        .extracting(ReplayRegistry.Request::path)
        .containsExactly("/p", attestations("2.0.0"));
    crawl.clock.advance(Duration.ofDays(8));
    registry.forgetRequests();
    assertThat(crawl.crawl("p")).isInstanceOf(CrawlOutcome.Unchanged.class);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void shouldAskOnlyForNewVersionsWhenThePackumentChanges() {
    serve("1.0.0", ATTESTED);
    crawl.crawl("p");
    serve("1.0.0", ATTESTED, "1.1.0", ATTESTED);
    registry.forgetRequests();
    crawl.crawl("p");
    assertThat(registry.requests().stream().filter(ReplayRegistry.Request::isForAttestations))
        .extracting(ReplayRegistry.Request::path)
        .containsExactly(attestations("1.1.0"));
  }

  @Test
  void shouldLeaveToTheNextCrawlWhatDoesNotFitIntoMemory() {
    crawl =
        new TestCrawl(
            registry,
            Map.of(
                "whence.crawl.attestation-bytes",
                "1",
                "whence.crawl.attestation-concurrency",
                "1"));
    serve("1.0.0", ATTESTED, "2.0.0", ATTESTED);
    registry.answer(attestations("1.0.0"), "{}".getBytes(UTF_8));
    registry.answer(attestations("2.0.0"), "{}".getBytes(UTF_8));
    crawl.crawl("p");
    assertThat(evidence().values())
        .containsExactlyInAnyOrder(Evidence.UNREADABLE, Evidence.NOT_FETCHED);
    crawl.crawl("p");
    assertThat(evidence().values()).containsOnly(Evidence.UNREADABLE);
  }

  @Test
  void shouldKeepTheTryOfWhatDoesNotFitIntoMemory() {
    crawl =
        new TestCrawl(
            registry,
            Map.of(
                "whence.crawl.attestation-bytes", "1",
                "whence.crawl.attestation-concurrency", "1"));
    serve("1.0.0", ATTESTED);
    registry.answer(attestations("1.0.0"), 500);
    crawl.crawl("p");
    serve("2.0.0", ATTESTED, "1.0.0", ATTESTED);
    registry.answer(attestations("2.0.0"), "{}".getBytes(UTF_8));
    crawl.clock.advance(Duration.ofHours(1));

    crawl.crawl("p");

    assertThat(evidence())
        .isEqualTo(Map.of("1.0.0", Evidence.FAILING, "2.0.0", Evidence.UNREADABLE));
    assertThat(crawl.catalog.query("SELECT attempts FROM attestation_try")).containsExactly("1");
    assertThat(crawl.catalog.query("SELECT next_try_at > last_attempt_at FROM package_crawl"))
        .as("it waits for memory")
        .containsExactly("t");
    crawl.clock.advance(Duration.ofHours(1));
    crawl.crawl("p");
    assertThat(crawl.catalog.query("SELECT attempts FROM attestation_try")).containsExactly("2");
  }

  @Test
  void shouldShareTheMemoryAmongCrawls() {
    registry.answer(attestations("1.0.0"), "{}".getBytes(UTF_8));
    List<PackumentVersion> versions = List.of(Crawls.of("p").facts("1.0.0", null));
    AtomicLong bytesLeft = new AtomicLong(1);
    AttestationCollector other = crawl.collector("p", bytesLeft);
    try (AttestationCollector one = crawl.collector("p", bytesLeft)) {
      assertThat(one.collect(versions, 1).size()).isEqualTo(1);
      assertThat(other.collect(versions, 1).size()).isZero();
    }
    assertThat(bytesLeft).hasValue(1);
    assertThat(other.collect(versions, 1).size()).isEqualTo(1);
  }

  @Test
  void shouldStoreHostileTextAsText() {
    String hostile = "<script>alert(1)</script>'; DROP TABLE package; --\\u0000\\ud800";
    registry.answer(
        "/p",
        ("{\"name\":\"p\",\"description\":\"H\",\"dist-tags\":{\"latest\":\"H\"},"
                + "\"versions\":{\"H\":{\"license\":\"H\",\"repository\":\"H\",\"dist\":"
                + "{\"attestations\":{\"url\":\"file:///etc/passwd\"}}},\"__proto__\":{},"
                + "\"constructor\":{}}}")
            .replace("H", hostile)
            .getBytes(UTF_8));
    assertThat(crawl.crawl("p")).isInstanceOf(CrawlOutcome.Stored.class);
    assertThat(detail().description())
        .isEqualTo("<script>alert(1)</script>'; DROP TABLE package; --\ufffd");
    assertThat(versions()).hasSize(3).contains("__proto__", "constructor");
    assertThat(registry.requests())
        .extracting(ReplayRegistry.Request::path)
        .allMatch(path -> path.equals("/p") || path.startsWith("/-/npm/v1/attestations/p@"));
  }

  @Test
  void shouldCountWhatHappened() {
    serve("1.0.0", ATTESTED);
    crawl.crawl("p");
    crawl.crawl("q");
    assertThat(crawl.meters.timer("whence.crawl.packages", "outcome", "stored").count())
        .isEqualTo(1);
    assertThat(crawl.meters.timer("whence.crawl.packages", "outcome", "not_found").count())
        .isEqualTo(1);
    assertThat(
            crawl
                .meters
                .counter("whence.crawl.attestation.responses", "result", "not_found")
                .count())
        .isEqualTo(1);
  }

  @Test
  void shouldStoreNothingWhenInterrupted() {
    serve("1.0.0", "");
    Thread.currentThread().interrupt();
    CrawlOutcome outcome = crawl.crawl("p");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(CrawlOutcome.Abandoned.class);
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.PENDING);
  }

  private static final String ATTESTED =
      "{\"dist\":{\"attestations\":{\"url\":\"https://registry.test/x\"}}}";

  private static String attestations(String version) {
    return "/-/npm/v1/attestations/p@" + version;
  }

  /** Serves a packument of version texts, each followed by its manifest (empty for none). */
  private void serve(String... versions) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < versions.length; i += 2) {
      String manifest = versions[i + 1].isEmpty() ? "{}" : versions[i + 1];
      members.append(i == 0 ? "" : ",").append("\"%s\":%s".formatted(versions[i], manifest));
    }
    registry.answer("/p", ("{\"name\":\"p\",\"versions\":{" + members + "}}").getBytes(UTF_8));
  }

  private PackageDetail detail() {
    return crawl.catalog.packages.find(NAME).orElseThrow();
  }

  private List<String> versions() {
    return detail().versions().stream().map(VersionSummary::version).toList();
  }

  private Map<String, Evidence> evidence() {
    return detail().versions().stream()
        .collect(
            java.util.stream.Collectors.toMap(VersionSummary::version, VersionSummary::evidence));
  }
}
