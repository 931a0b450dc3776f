package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void shouldShowTheTimeInUtc() {
    When when = When.of(Instant.parse("2025-09-05T09:14:58.123Z"), NOW);

    assertThat(when.iso()).isEqualTo("2025-09-05T09:14:58Z");
    assertThat(when.date()).isEqualTo("5 Sep 2025");
    assertThat(when.absolute()).isEqualTo("5 Sep 2025, 09:14 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59:30Z, just now",
    "2026-11-24T11:59:00Z, 1 minute ago",
    "2026-11-24T09:00:00Z, 3 hours ago",
    "2026-11-22T12:00:00Z, 2 days ago",
    "2026-09-01T12:00:00Z, 2 months ago",
    "2023-11-24T12:00:00Z, 3 years ago",
    "2026-11-24T12:30:00Z, in 30 minutes",
  })
  void shouldSayHowLongAgo(String instant, String expected) {
    assertThat(When.of(Instant.parse(instant), NOW).relative()).isEqualTo(expected);
  }
}
