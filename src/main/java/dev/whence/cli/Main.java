package dev.whence.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Where the process starts. A command that needs the application starts Quarkus itself; the others
 * never load it.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Runs the command named by the arguments and exits with its code. */
  public static void main(String[] args) {
    if (List.of(args).equals(DevelopmentRun.ARGUMENTS)) {
      DevelopmentRun.run();
      return;
    }
    int code = commandLine().execute(args);
    // While a signal's hooks run, the virtual machine is already ending, with the signal's code.
    if (!Shutdown.inProgress()) {
      System.exit(code);
    }
  }

  /** The parser for all commands; exit codes: 0 done, 1 failed, 2 unusable arguments. */
  static CommandLine commandLine() {
    return new CommandLine(new WhenceCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Main::refuse)
        .setExecutionExceptionHandler(Main::explain);
  }

  /** One line that says what is wrong. A page of usage would hide it. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("whence: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof CliException known) {
      PrintWriter err = command.getErr();
      err.println("whence: " + known.getMessage());
      err.flush();
      return known.exitCode();
    }
    throw e;
  }
}
