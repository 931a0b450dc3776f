package dev.whence.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attestations that the registry refuses, fails to serve or serves as something else, of the
 * packages made from public bug reports: each version has its own state and its own retries, and
 * its package stays on its schedule.
 */
class ReportedAttestationsTest {

  private static final String BUSY = "bh39-busy";
  private static final String BROKEN = "/-/npm/v1/attestations/bh39-busy@1.0.0";

  private ReplayRegistry registry;
  private TestCrawl crawl;

  @BeforeEach
  void start() {
    Path serve = Shared.folder("reports").resolve("serve");
    registry = ReplayRegistry.ofReports();
    crawl =
        new TestCrawl(
            registry.url(),
            Map.of(
                "whence.trust.trusted-root",
                serve.resolve("trusted_root.json").toAbsolutePath().toString(),
                "whence.trust.npm-keys",
                serve.resolve("keys.json").toAbsolutePath().toString()));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bh20-401, REFUSED, The registry answered 401.",
    "bh20-403, REFUSED, The registry answered 403.",
    "bh20-405, REFUSED, The registry answered 405.",
    "bh20-410, REFUSED, The registry answered 410.",
    "bh20-500, FAILING, The registry answered 500.",
    "bh20-204, FAILING, The registry answered 204.",
    "bh20-html, FAILING, The registry sent no usable answer: the response is not a whole JSON",
    "bh20-404, NOT_FOUND,",
    "bh20-array, UNREADABLE,",
    "bh20-empty, UNREADABLE,",
    "bh20-error, UNREADABLE,",
    "bh20-null, UNREADABLE,",
    "bh20-nullatt, UNREADABLE,"
  })
  void shouldTellTheStatesOfTheEndpointApart(String name, Evidence state, String reason) {
    crawl.crawl(name);

    VersionDetail version = version(name, "1.0.0");
    assertThat(version.summary().evidence()).isEqualTo(state);
    assertThat(version.crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(version.crawl().error()).isNull();
    if (reason == null) {
      assertThat(version.attempt()).isNull();
      assertThat(version.crawl().outstanding()).isZero();
    } else {
      assertThat(attempt(version).reason()).startsWith(reason);
      assertThat(attempt(version).attempts()).isEqualTo(1);
      assertThat(attempt(version).nextAt()).isAfter(crawl.clock.instant());
      assertThat(version.crawl().outstanding()).isEqualTo(1);
    }
  }

  /** Others of the same kinds than those that were reported. */
  @ParameterizedTest
  @CsvSource({"451, REFUSED", "400, FAILING", "302, FAILING", "503, FAILING", "429, FAILING"})
  void shouldTellOtherStatusesApart(int status, Evidence state) {
    registry.answer("/-/npm/v1/attestations/bh20-500@1.0.0", status);

    crawl.crawl("bh20-500");

    assertThat(version("bh20-500", "1.0.0").summary().evidence()).isEqualTo(state);
    assertThat(attempt(version("bh20-500", "1.0.0")).reason())
        .isEqualTo("The registry answered " + status + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n", "{\"attestations\":[", "not json"})
  void shouldTakeABodyThatIsNoWholeJsonAsNoAnswer(String body) {
    registry.answer("/-/npm/v1/attestations/bh20-500@1.0.0", body.getBytes(UTF_8));

    crawl.crawl("bh20-500");

    assertThat(version("bh20-500", "1.0.0").summary().evidence()).isEqualTo(Evidence.FAILING);
    assertThat(version("bh20-500", "1.0.0").response()).isNull();
  }

  @Test
  void shouldKeepAPackageOnTheScheduleOfItsTierWhateverOneOfItsVersionsDoes() {
    Instant begin = crawl.clock.instant();
    for (int i = 0; i < 30; i++) {
      CrawlOutcome outcome = crawl.crawl(BUSY);
      assertThat(outcome).isNotInstanceOf(CrawlOutcome.Failed.class);
      assertThat(Duration.between(crawl.clock.instant(), outcome.nextTryAt()))
          .isLessThanOrEqualTo(goal());
      goOnAt(outcome.nextTryAt());
    }

    AttestationTry attempt = attempt(version(BUSY, "1.0.0"));
    assertThat(detail().crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(detail().crawl().attempts()).isZero();
    assertThat(detail().crawl().parkedAt()).isNull();
    assertThat(attempt.since()).isEqualTo(begin);
    assertThat(attempt.attempts()).isBetween(8, 12);
  }

  @Test
  void shouldAskForAFailingVersionOnlyWhenItIsDue() {
    crawl.crawl(BUSY);
    AttestationTry first = attempt(version(BUSY, "1.0.0"));
    registry.forgetRequests();

    crawl.crawl(BUSY);
    assertThat(asked()).isZero();
    goOnAt(first.nextAt());
    crawl.crawl(BUSY);

    assertThat(asked()).isPositive();
    AttestationTry second = attempt(version(BUSY, "1.0.0"));
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(Duration.between(second.lastAt(), second.nextAt()))
        .isGreaterThan(Duration.between(first.lastAt(), first.nextAt()));
  }

  @Test
  void shouldParkAVersionThatKeepsFailingAndNotItsPackage() {
    for (int i = 0; i < 12; i++) {
      if (i > 0) {
        goOnAt(attempt(version(BUSY, "1.0.0")).nextAt());
      }
      crawl.crawl(BUSY);
    }

    AttestationTry parked = attempt(version(BUSY, "1.0.0"));
    assertThat(parked.parkedAt()).isEqualTo(crawl.clock.instant());
    assertThat(Duration.between(parked.lastAt(), parked.nextAt()))
        .isGreaterThan(Duration.ofDays(5));
    assertThat(Duration.between(crawl.clock.instant(), detail().crawl().nextTryAt()))
        .isLessThanOrEqualTo(goal());
  }

  @Test
  void shouldForgetTheFailureOnceTheVersionIsServed() {
    crawl.crawl(BUSY);
    goOnAt(attempt(version(BUSY, "1.0.0")).nextAt());
    registry.answer(BROKEN, 404);

    crawl.crawl(BUSY);

    assertThat(version(BUSY, "1.0.0").summary().evidence()).isEqualTo(Evidence.NOT_FOUND);
    assertThat(version(BUSY, "1.0.0").attempt()).isNull();
    assertThat(detail().crawl().outstanding()).isZero();
    assertThat(crawl.catalog.overview.crawl(0, 10).failures().items()).isEmpty();
  }

  @Test
  void shouldFindANewVersionWhileAnotherFails() {
    crawl.crawl(BUSY);
    registry.phase(2);

    crawl.crawl(BUSY);

    assertThat(detail().latest().orElseThrow().version()).isEqualTo("1.12.0");
    assertThat(version(BUSY, "1.0.0").summary().evidence()).isEqualTo(Evidence.FAILING);
  }

  private void goOnAt(Instant time) {
    crawl.clock.advance(Duration.between(crawl.clock.instant(), time));
  }

  private Duration goal() {
    return switch (Objects.requireNonNull(detail().crawl().tier())) {
      case HOT -> Duration.ofHours(6);
      case WARM -> Duration.ofDays(1);
      case COOL, COLD -> throw new AssertionError("a package of " + RefreshTier.HOT);
    };
  }

  private long asked() {
    return registry.requests().stream().filter(request -> request.path().equals(BROKEN)).count();
  }

  private PackageDetail detail() {
    return crawl.catalog.packages.find(new PackageName(BUSY)).orElseThrow();
  }

  private VersionDetail version(String name, String version) {
    return crawl.catalog.packages.find(new PackageName(name), version).orElseThrow();
  }

  private static AttestationTry attempt(VersionDetail version) {
    return Objects.requireNonNull(version.attempt());
  }
}
