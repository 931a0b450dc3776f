package dev.whence.planted.catalog;

import java.time.Instant;
import java.util.function.Supplier;

/** Planted: the time by a method reference. */
final class ReadsTheTimeByReference {
  static final Supplier<Instant> NOW = Instant::now;

  private ReadsTheTimeByReference() {}
}
