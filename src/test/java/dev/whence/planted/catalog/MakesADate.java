package dev.whence.planted.catalog;

import java.util.Date;

/** Planted: the time as an old Date. */
final class MakesADate {
  private MakesADate() {}

  @SuppressWarnings("JavaUtilDate")
  static Date make() {
    return new Date();
  }
}
