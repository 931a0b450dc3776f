package dev.whence.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged as an error, by whatever class, until it is closed. */
public final class LoggedErrors extends Handler {

  private final List<String> messages = new CopyOnWriteArrayList<>();

  private LoggedErrors() {}

  /** Listens from now on. */
  public static LoggedErrors listen() {
    var handler = new LoggedErrors();
    Logger.getLogger("").addHandler(handler);
    return handler;
  }

  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
      messages.add(line.getLoggerName() + ": " + line.getMessage() + " " + line.getThrown());
    }
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
