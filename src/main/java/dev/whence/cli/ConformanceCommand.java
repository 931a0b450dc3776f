package dev.whence.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./whence conformance}: the command line that the Sigstore conformance suite calls. */
@Command(
    name = "conformance",
    description = "Verify bundles for the Sigstore conformance test suite.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ConformanceVerifyCommand.class,
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Use verify-bundle. Whence cannot sign.");
  }
}
