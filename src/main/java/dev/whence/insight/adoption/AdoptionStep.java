package dev.whence.insight.adoption;

import java.time.LocalDate;

/** The length of one period of an adoption series, in the calendar of UTC. */
public enum AdoptionStep {
  DAY {
    @Override
    LocalDate start(LocalDate day) {
      return day;
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusDays(1);
    }
  },
  MONTH {
    @Override
    LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    LocalDate next(LocalDate start) {
      return start.plusMonths(1);
    }
  };

  /** The first day of the period that contains {@code day}. */
  abstract LocalDate start(LocalDate day);

  /** The first day of the period after the one that starts at {@code start}. */
  abstract LocalDate next(LocalDate start);
}
