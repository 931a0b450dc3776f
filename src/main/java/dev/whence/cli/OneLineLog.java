package dev.whence.cli;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets every line of the log through, after what packages, paths and registries wrote in it can
 * neither end it nor turn it around. It sees messages of all libraries, so no caller has to think
 * of it.
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
