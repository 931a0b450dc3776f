package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What somebody sees who asks for help, or mistypes. */
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commandLine =
      Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  static Stream<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldExplainEveryCommand(String command) {
    assertThat(commandLine.execute(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: ./whence " + command);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldListTheCommandsThatPeopleUse() {
    assertThat(commandLine.execute("--help")).isZero();
    assertThat(out.toString())
        .contains("up ", "serve ", "crawl ", "test ", "version ")
        .doesNotContain("rehearse");
  }

  @Test
  void shouldPrintTheVersion() {
    assertThat(commandLine.execute("version")).isZero();
    assertThat(out.toString().strip()).isEqualTo(BuildInfo.version()).matches("\\d+\\.\\d+\\..+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                            | Say what to do            | ./whence --help
          fly                           | 'fly'                     | ./whence --help
          up --bogus                    | Unknown option: '--bogus' | ./whence up --help
          up --port                     | --port                    | ./whence up --help
          up --port abc                 | 'abc' is not an int       | ./whence up --help
          up extra                      | 'extra'                   | ./whence up --help
          """)
  void shouldRefuseInAFewLinesWhatItDoesNotKnow(String line, String message, String hint) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

    assertThat(commandLine.execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("whence: ").contains(message).contains("Try: " + hint);
    assertThat(err.toString().lines()).hasSizeLessThan(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          up --port 0                   | --port must be between 1 and 65535, not 0
          up --port 65536               | --port must be between 1 and 65535, not 65536
          up --management-port 65536    | --management-port must be between 0 and 65535, not 65536
          up --port 81 --management-port 81 | --management-port must be another than --port
          up --trusted-root /absent     | --trusted-root: cannot read the file /absent
          up --npm-keys /               | --npm-keys: cannot read the file /
          registry --faults 429         | --faults: '429' is not KIND:SHARE, such as 429:0.1
          registry --faults reset:2     | --faults: '2' is not a share from 0 to 1, such as 0.05
          up --packages ../etc          | '../etc' is neither a file nor a package name
          """)
  void shouldRefuseWhatItCannotUse(String line, String message) {
    assertThat(commandLine.execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip()).startsWith("whence: ").endsWith(message);
  }
}
