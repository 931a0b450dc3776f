package dev.whence.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The launcher without a command: prints the commands. */
@Command(
    name = "./whence",
    description = "Shows where npm packages come from: crawls, verifies and shows npm provenance.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      RegistryCommand.class,
      ServeCommand.class,
      CrawlCommand.class,
      TestCommand.class,
      VerifyCommand.class,
      ReverifyCommand.class,
      ConformanceCommand.class,
      ExportCommand.class,
      RehearsalCommand.class,
      VersionCommand.class
    })
final class WhenceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: a COMMAND.");
  }
}
