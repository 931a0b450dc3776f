package dev.whence.registry.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads a {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {

  /** A longer wait is a mistake of the server. */
  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Zero if the value is neither, or is in the past. */
  static Duration parse(String value, Instant now) {
    Duration asked;
    try {
      asked =
          value.chars().allMatch(c -> c >= '0' && c <= '9')
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Duration.ZERO;
    }
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
