package dev.whence.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives all code the same clock, so that tests can set it. */
@ApplicationScoped
public class ClockProducer {

  /** UTC, like every time that we store or show. */
  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }
}
