package dev.whence.cli;

import org.jspecify.annotations.Nullable;

/** Text in a log: one line, read from left to right, without control sequences of a terminal. */
final class LogText {

  private LogText() {}

  /** The text with all control and formatting characters escaped. */
  static String of(String text) {
    if (text.codePoints().noneMatch(LogText::acts)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (acts(c)) {
                line.append(escaped(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default ->
          character > Character.MAX_VALUE
              ? "\\U%08x".formatted(character)
              : "\\u%04x".formatted(character);
    };
  }

  private static boolean acts(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /**
   * An exception that prints like this one, with each message on one line. The same exception if
   * each message is on one line already.
   */
  static Throwable of(Throwable thrown) {
    return isClean(thrown, DEEPEST) ? thrown : new Told(thrown, DEEPEST);
  }

  /** Further causes are left out; a chain may contain itself. */
  private static final int DEEPEST = 20;

  private static boolean isClean(@Nullable Throwable thrown, int depth) {
    if (thrown == null || depth == 0) {
      return true;
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!isClean(suppressed, depth - 1)) {
        return false;
      }
    }
    String text = String.valueOf(thrown);
    return text.codePoints().noneMatch(LogText::acts) && isClean(thrown.getCause(), depth - 1);
  }

  /** Shows another exception, with that exception's class name instead of this one. */
  @SuppressWarnings("OverrideThrowableToString")
  private static final class Told extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    Told(Throwable thrown, int depth) {
      super(LogText.of(String.valueOf(thrown.getMessage())), cause(thrown, depth));
      this.text = LogText.of(String.valueOf(thrown));
      setStackTrace(thrown.getStackTrace());
      for (Throwable suppressed : depth == 0 ? new Throwable[0] : thrown.getSuppressed()) {
        addSuppressed(new Told(suppressed, depth - 1));
      }
    }

    private static @Nullable Throwable cause(Throwable thrown, int depth) {
      Throwable cause = thrown.getCause();
      return cause == null || depth == 0 ? null : new Told(cause, depth - 1);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
