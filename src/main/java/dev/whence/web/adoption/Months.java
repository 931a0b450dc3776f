package dev.whence.web.adoption;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How months are written. */
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

  /** {@code Sep 2025}, where there is little room. */
  static String shortName(LocalDate month) {
    return SHORT.format(month);
  }
}
