package dev.whence.web.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as pages show it.
 *
 * @param iso for machines
 * @param date {@code 5 Sep 2025}
 * @param absolute {@code 5 Sep 2025, 09:14 UTC}
 * @param relative {@code 3 hours ago}
 */
public record When(String iso, String date, String absolute, String relative) {

  private static final DateTimeFormatter DATE = formatter("d MMM uuuu");
  private static final DateTimeFormatter ABSOLUTE = formatter("d MMM uuuu, HH:mm 'UTC'");
  private static final int DAYS_AS_DAYS = 60;
  private static final int MONTHS_AS_MONTHS = 24;

  /** {@code instant} as seen from {@code now}. */
  public static When of(Instant instant, Instant now) {
    return new When(
        instant.truncatedTo(ChronoUnit.SECONDS).toString(),
        DATE.format(instant),
        ABSOLUTE.format(instant),
        relative(instant, now));
  }

  /** {@code 09:14 UTC}. */
  public String clock() {
    return absolute.substring(date.length()).replaceFirst("^, ", "");
  }

  /** {@code 5 Sep 2025}. */
  public static String day(LocalDate day) {
    return DATE.format(day.atStartOfDay(ZoneOffset.UTC));
  }

  /** The same from ISO 8601; null if there is none, or if it is not a time. */
  public static @Nullable When ofIso(@Nullable String iso, Instant now) {
    try {
      return iso == null ? null : of(Instant.parse(iso), now);
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  private static String relative(Instant instant, Instant now) {
    Duration distance = Duration.between(instant, now);
    if (distance.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return "just now";
    }
    String words = words(distance.abs());
    return distance.isNegative() ? "in " + words : words + " ago";
  }

  private static String words(Duration distance) {
    if (distance.toHours() < 1) {
      return count(distance.toMinutes(), "minute");
    }
    if (distance.toDays() < 2) {
      return count(distance.toHours(), "hour");
    }
    if (distance.toDays() < DAYS_AS_DAYS) {
      return count(distance.toDays(), "day");
    }
    // An average month: a time in months need not be exact to the day.
    long months = (long) (distance.toDays() / 30.44);
    return months < MONTHS_AS_MONTHS
        ? count(months, "month")
        : count((long) (distance.toDays() / 365.25), "year");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
