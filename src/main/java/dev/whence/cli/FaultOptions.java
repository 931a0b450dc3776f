package dev.whence.cli;

import dev.whence.demo.AnswerFaults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a generated registry's answers go wrong. */
final class FaultOptions {
  @Option(
      names = "--faults",
      paramLabel = "KIND:SHARE,...",
      description = {
        "Answers that go wrong, such as 429:0.1,500:0.05,reset:0.03,truncate:0.02,slow:0.02,"
            + "garbage:0.01: each kind with its share of all requests. A kind is a status from 400"
            + " to 599, reset, truncate, slow (by 3 s) or garbage. No path goes wrong more than"
            + " three times in a row."
      })
  private @Nullable String spec;

  @Option(
      names = "--faults-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed breaks the same answers (default: ${DEFAULT-VALUE}).")
  private long seed;

  AnswerFaults faults() {
    if (spec == null) {
      return AnswerFaults.none();
    }
    try {
      return AnswerFaults.parse(spec, seed);
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--faults: " + e.getMessage());
    }
  }
}
