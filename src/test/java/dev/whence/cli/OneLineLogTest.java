package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What others wrote does not break a line of the log, nor turn it around. */
class OneLineLogTest {

  private static final String HOSTILE =
      "a\r\n2026-11-29 ERROR planted\u001b[2J\u0085\u202elave\u2066\u200b\u2028\u0000\ud800é漢";

  private static final String HARMLESS =
      "a\\r\\n2026-11-29 ERROR planted\\u001b[2J\\u0085\\u202elave\\u2066\\u200b\\u2028\\u0000\\ud800é漢";

  @Test
  void shouldWriteAMessageInOneLine() {
    assertThat(written(line("The crawl of %s broke", HOSTILE)))
        .isEqualTo("The crawl of " + HARMLESS + " broke|\n");
  }

  @Test
  void shouldLeaveAMessageAloneThatIsOne() {
    assertThat(written(line("a\t%s %%s", "é漢 \\n"))).isEqualTo("a\té漢 \\n %s|\n");
  }

  @Test
  void shouldNotFormatAgainWhatWasEscaped() {
    assertThat(written(line("%s %s", "%n\n", "%d"))).isEqualTo("%n\\n %d|\n");
  }

  @Test
  void shouldWriteMessagesOfExceptionsInOneLineEach() {
    Exception cause = new IllegalStateException("cause " + HOSTILE);
    Exception thrown = new IllegalArgumentException("thrown " + HOSTILE, cause);
    thrown.addSuppressed(new RuntimeException("suppressed " + HOSTILE));
    ExtLogRecord line = line("%s", "failed");
    line.setThrown(thrown);

    String text = written(line);

    assertThat(text)
        .contains("java.lang.IllegalArgumentException: thrown " + HARMLESS)
        .contains("Caused by: java.lang.IllegalStateException: cause " + HARMLESS)
        .contains("Suppressed: java.lang.RuntimeException: suppressed " + HARMLESS)
        .contains("at dev.whence.cli.OneLineLogTest.shouldWriteMessagesOfExceptionsInOneLineEach");
    assertThat(text.lines()).noneMatch(each -> each.startsWith("2026-11-29 ERROR planted"));
  }

  @Test
  void shouldKeepAnExceptionThatIsHarmlessAndEndWhereCausesGoRound() {
    Exception harmless = new IllegalStateException("é", new RuntimeException());
    assertThat(LogText.of(harmless)).isSameAs(harmless);

    Exception one = new IllegalStateException("\n");
    one.initCause(new RuntimeException("two", one));
    StringWriter text = new StringWriter();
    LogText.of(one).printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).contains("IllegalStateException: \\n");
  }

  private static ExtLogRecord line(String format, Object... parameters) {
    var line = new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "a logger");
    line.setParameters(parameters);
    return line;
  }

  private static String written(ExtLogRecord line) {
    assertThat(new OneLineLog().isLoggable(line)).isTrue();
    return new PatternFormatter("%s|%n%e").format(line);
  }
}
