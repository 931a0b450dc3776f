package dev.whence.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.RefreshTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /** Downloads, releases, and how many days ago the last of these was, a day between them. */
  @ParameterizedTest
  @CsvSource({
    "1000000, 1, 2000, HOT",
    "999999, 1, 2000, WARM",
    "10000, 1, 2000, WARM",
    "9999, 1, 2000, COOL",
    "100, 1, 2000, COOL",
    "99, 1, 2000, COLD",
    "0, 0, 0, COLD",
    ", 0, 0, WARM",
    "0, 8, 1, HOT",
    "0, 7, 1, WARM",
    "0, 1, 29, WARM",
    "0, 50, 31, COOL",
    "0, 1, 364, COOL",
    "0, 1, 366, COLD",
    "20000, 1, 300, WARM",
    "200, 9, 3, HOT"
  })
  void shouldTakeTheHotterOfDownloadsAndReleases(
      @Nullable Long downloads, int releases, int daysAgo, RefreshTier tier) {
    List<Instant> times =
        IntStream.range(0, releases)
            .mapToObj(i -> NOW.minus(Duration.ofDays(daysAgo + i)))
            .toList();
    assertThat(TierRules.tier(downloads, times, NOW)).isEqualTo(tier);
  }
}
