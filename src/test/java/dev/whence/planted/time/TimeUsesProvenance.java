package dev.whence.planted.time;

/** Planted: time uses provenance. */
final class TimeUsesProvenance {
  private TimeUsesProvenance() {}

  static void use() {
    dev.whence.planted.provenance.Target.use();
  }
}
