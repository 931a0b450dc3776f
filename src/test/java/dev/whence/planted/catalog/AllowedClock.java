package dev.whence.planted.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Planted: allowed, since the clock is given. */
final class AllowedClock {
  private AllowedClock() {}

  static LocalDate read(Clock clock) {
    return LocalDate.ofInstant(Instant.now(clock), clock.getZone());
  }
}
