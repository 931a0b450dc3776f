package dev.whence.planted.crawl.schedule;

/** Planted: crawl.schedule uses crawl.pkg. */
final class ScheduleUsesPackage {
  private ScheduleUsesPackage() {}

  static void use() {
    dev.whence.planted.crawl.pkg.RoomTarget.use();
  }
}
