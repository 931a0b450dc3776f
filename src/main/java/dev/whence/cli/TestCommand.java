package dev.whence.cli;

import picocli.CommandLine.Command;

/**
 * {@code ./whence test}: only its help. The script runs the tests itself, because they need no jar.
 */
@Command(
    name = "test",
    description = {
      "Run the whole test suite and every gate of the build (./mvnw verify with the right JDK).",
      "Arguments are passed on to Maven, for example -Dtest=PackageNameTest."
    },
    mixinStandardHelpOptions = true)
final class TestCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage("Run the tests from the folder of the sources: ./whence test");
  }
}
