package dev.whence.planted.cli;

import java.time.Clock;

/** Planted: allowed, where no injection is. */
final class AllowedSystemClock {
  private AllowedSystemClock() {}

  static Clock make() {
    return Clock.systemUTC();
  }
}
