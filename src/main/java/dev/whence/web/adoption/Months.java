package dev.whence.web.adoption;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes months. */
final class Months {

  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private Months() {}

  /** {@code September 2025}, for sentences. */
  static String name(LocalDate month) {
    return LONG.format(month);
  }

  /** {@code Sep 2025}, for small spaces. */
  static String shortName(LocalDate month) {
    return SHORT.format(month);
  }
}
