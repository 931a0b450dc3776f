package dev.whence.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether a generated registry changes over time. */
final class PaceOptions {
  private static final double MILLIS_OF_AN_HOUR = 3_600_000;

  @Option(
      names = "--publishes-per-hour",
      paramLabel = "R",
      defaultValue = "0",
      description =
          "New versions and other changes in an hour (default: ${DEFAULT-VALUE}; npm has some"
              + " 1,700).")
  private double rate;

  /** The time between two changes; zero if there are none. */
  Duration interval() {
    if (rate < 0 || rate > MILLIS_OF_AN_HOUR) {
      throw CliException.usage("--publishes-per-hour must be between 0 and 3600000");
    }
    return rate == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(MILLIS_OF_AN_HOUR / rate));
  }
}
