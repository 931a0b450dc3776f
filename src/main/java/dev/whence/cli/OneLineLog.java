package dev.whence.cli;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Escapes text from packages, paths and registries in each line of the log, so that it cannot end
 * the line or change its direction. It sees messages of all libraries, so callers need not do it.
 */
@LoggingFilter(name = "one-line")
public final class OneLineLog implements Filter {

  @Override
  public boolean isLoggable(LogRecord line) {
    String message =
        line instanceof ExtLogRecord formatted
            ? formatted.getFormattedMessage()
            : line.getMessage();
    if (message != null) {
      String safe = LogText.of(message);
      if (!safe.equals(message)) {
        write(line, safe);
      }
    }
    if (line.getThrown() != null) {
      line.setThrown(LogText.of(line.getThrown()));
    }
    return true;
  }

  private static void write(LogRecord line, String message) {
    line.setParameters(null);
    if (line instanceof ExtLogRecord formatted) {
      formatted.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
    } else {
      line.setMessage(message);
    }
  }
}
