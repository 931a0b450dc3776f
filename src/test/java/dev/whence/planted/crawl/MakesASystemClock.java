package dev.whence.planted.crawl;

import java.time.Clock;

/** Planted: a clock that no test can set. */
final class MakesASystemClock {
  private MakesASystemClock() {}

  static Clock make() {
    return Clock.systemUTC();
  }
}
