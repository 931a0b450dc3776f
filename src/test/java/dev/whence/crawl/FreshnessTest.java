package dev.whence.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.count.Freshness;
import dev.whence.crawl.jobs.FreshnessTask;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How well the freshness goals are met. */
class FreshnessTest {

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

  private Freshness counted(RefreshTier tier) {
    crawl.freshness().count();
    return crawl.catalog.stored.freshness().stream()
        .filter(one -> one.tier() == tier)
        .findFirst()
        .orElseThrow();
  }

  private void crawl(String name, long downloads) {
    registry.answer(
        "/" + name, "{\"name\":\"%s\",\"versions\":{}}".formatted(name).getBytes(UTF_8));
    crawl.crawl(name);
    crawl.catalog.storeDownloads(new PackageName(name), downloads, crawl.clock.instant());
    crawl.crawl(name);
  }

  @Test
  void shouldCountWhatWasLookedAtWithinTheGoalOfItsTier() {
    Instant begin = crawl.clock.instant();
    crawl("hot", 2_000_000);
    crawl("cold", 3);
    crawl.clock.advance(Duration.ofHours(7));
    crawl("hot-too", 3_000_000);
    crawl.catalog.writer.addPackages(List.of(new PackageName("pending")), crawl.clock.instant());

    assertThat(counted(RefreshTier.HOT))
        .isEqualTo(
            new Freshness(
                RefreshTier.HOT, Duration.ofHours(6), 2, 1, begin, crawl.clock.instant()));
    assertThat(counted(RefreshTier.COLD).packages()).isOne();
    assertThat(counted(RefreshTier.COLD).fresh()).isOne();
    assertThat(counted(RefreshTier.WARM).packages()).isZero();
    assertThat(counted(RefreshTier.WARM).oldestAt()).isNull();

    crawl.crawl("hot");
    assertThat(counted(RefreshTier.HOT).fresh()).isEqualTo(2);
  }

  @Test
  void shouldNotCallFreshWhatOnlyFails() {
    crawl("hot", 2_000_000);
    registry.answer("/hot", 500);
    crawl.clock.advance(Duration.ofHours(7));
    crawl.crawl("hot");
    assertThat(counted(RefreshTier.HOT).fresh()).isZero();
  }

  @Test
  void shouldCountLessOftenWhatTakesLong() {
    SlowClock clock = new SlowClock(crawl.clock.instant());
    FreshnessTask task = crawl.freshness(clock);
    task.count();
    Instant first = countedAt();

    clock.advance(Duration.ofSeconds(190));
    task.count();
    assertThat(countedAt()).isEqualTo(first);

    clock.advance(Duration.ofSeconds(10));
    task.count();
    assertThat(countedAt()).isAfter(first.plusSeconds(200));
  }

  private Instant countedAt() {
    return crawl.catalog.stored.freshness().getFirst().countedAt();
  }

  /** Two seconds pass whenever somebody looks. */
  private static final class SlowClock extends Clock {

    private Instant now;

    private SlowClock(Instant now) {
      this.now = now;
    }

    private void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      Instant seen = now;
      advance(Duration.ofSeconds(2));
      return seen;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("all our times are UTC");
    }
  }
}
