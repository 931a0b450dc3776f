package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

  @Test
  void shouldComeBackADayAfterASuccess() {
    assertThat(wait(nextTry.afterSuccess(NAME, NOW, true)))
        .isBetween(Duration.ofHours(21), Duration.ofHours(27));
  }

  @Test
  void shouldComeBackSoonWhereSomethingIsMissing() {
    assertThat(wait(nextTry.afterSuccess(NAME, NOW, false))).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void shouldDoubleTheWaitUpToTheInterval() {
    Duration before = Duration.ZERO;
    for (int failures = 0; failures < 9; failures++) {
      Duration wait = wait(nextTry.afterFailure(NAME, NOW, failures, Duration.ZERO));
      assertThat(wait).isGreaterThan(before);
      before = wait;
    }
    assertThat(wait(nextTry.afterFailure(NAME, NOW, 1_000_000, Duration.ZERO)))
        .isLessThan(Duration.ofHours(27));
  }

  @Test
  void shouldHonourTheWaitThatTheRegistryAsksFor() {
    assertThat(wait(nextTry.afterFailure(NAME, NOW, 0, Duration.ofHours(5))))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void shouldSpreadWhatBeganTogether() {
    Set<Instant> times =
        IntStream.range(0, 100)
            .mapToObj(i -> nextTry.afterSuccess(new PackageName("p" + i), NOW, true))
            .collect(Collectors.toSet());
    assertThat(times).hasSizeGreaterThan(50);
  }

  private static Duration wait(Instant next) {
    return Duration.between(NOW, next);
  }
}
