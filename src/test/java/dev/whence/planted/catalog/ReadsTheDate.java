package dev.whence.planted.catalog;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Planted: the date, with a zone and without a clock. */
final class ReadsTheDate {
  private ReadsTheDate() {}

  static LocalDate read() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
