package dev.whence.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.provenance.PackageName;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextTryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final PackageName NAME = new PackageName("p");

  private final NextTry nextTry =
      new NextTry(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(CrawlConfig.class)
              .build()
              .getConfigMapping(CrawlConfig.class));

  @ParameterizedTest
  @EnumSource
  void shouldComeBackWithinTheGoal(RefreshTier tier) {
    for (int i = 0; i < 100; i++) {
      PackageName name = new PackageName("p" + i);
      Duration wait = wait(nextTry.afterSuccess(name, NOW, tier, true).at());
      assertThat(wait).isBetween(percent(tier, 70), percent(tier, 89));
    }
  }

  private Duration percent(RefreshTier tier, int percent) {
    return nextTry.goal(tier).multipliedBy(percent).dividedBy(100);
  }

  @Test
  void shouldComeBackSoonWhereSomethingIsMissing() {
    assertThat(wait(nextTry.afterSuccess(NAME, NOW, RefreshTier.COLD, false).at()))
        .isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void shouldDoubleTheWaitUpToADayAndThenPark() {
    Duration before = Duration.ZERO;
    for (int failures = 1; failures <= 10; failures++) {
      Duration wait = wait(nextTry.afterFailure(NAME, NOW, failures, Duration.ZERO));
      assertThat(wait).isGreaterThan(before).isLessThan(Duration.ofHours(27));
      before = wait;
    }
    assertThat(nextTry.isParked(11)).isFalse();
    assertThat(nextTry.isParked(12)).isTrue();
    assertThat(wait(nextTry.afterFailure(NAME, NOW, 1_000_000, Duration.ZERO)))
        .isGreaterThan(Duration.ofDays(6));
  }

  @Test
  void shouldHonourTheWaitThatTheRegistryAsksFor() {
    assertThat(wait(nextTry.afterFailure(NAME, NOW, 1, Duration.ofHours(5))))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void shouldSpreadWhatBeganTogether() {
    Set<Instant> times =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    nextTry.afterSuccess(new PackageName("p" + i), NOW, RefreshTier.HOT, true).at())
            .collect(Collectors.toSet());
    assertThat(times).hasSizeGreaterThan(50);
  }

  private static Duration wait(Instant next) {
    return Duration.between(NOW, next);
  }
}
