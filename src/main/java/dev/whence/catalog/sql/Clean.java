package dev.whence.catalog.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last check before Postgres: it removes everything that Postgres would refuse or could not
 * index. Readers clean and limit values already; this class covers every writer.
 */
public final class Clean {

  /** Longer than any text that pages show; raw responses keep the rest. */
  static final int TEXT = 4_000;

  /**
   * For text that a unique index covers: an index entry has room for 2,700 bytes, and a character
   * takes up to four.
   */
  static final int KEY = 600;

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Clean() {}

  static @Nullable String text(@Nullable String text) {
    return text == null ? null : always(text);
  }

  static String always(String text) {
    return bounded(text, TEXT);
  }

  public static String key(String text) {
    return bounded(text, KEY);
  }

  static @Nullable String optionalKey(@Nullable String text) {
    return text == null ? null : key(text);
  }

  /**
   * A time in microseconds, as Postgres stores it; absent if it is outside the years that we can
   * store.
   */
  static @Nullable Instant time(@Nullable Instant time) {
    return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)
        ? null
        : time.truncatedTo(ChronoUnit.MICROS);
  }

  /** Cut at a whole character, without NUL and unpaired surrogates. */
  private static String bounded(String text, int limit) {
    if (text.length() <= limit && isClean(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> isSurrogate(c) ? '\ufffd' : c)
        .limit(limit)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Texts with characters beyond the basic plane are read again, by character. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0 || Character.isSurrogate(unit)) {
        return unit != 0 && text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
      }
    }
    return true;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
