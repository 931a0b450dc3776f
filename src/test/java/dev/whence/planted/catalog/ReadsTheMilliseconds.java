package dev.whence.planted.catalog;

/** Planted: the time in milliseconds. */
final class ReadsTheMilliseconds {
  private ReadsTheMilliseconds() {}

  static long read() {
    return System.currentTimeMillis();
  }
}
