package dev.whence.planted.crawl.pkg;

/** Planted: crawl.pkg uses crawl.jobs. */
final class PackageUsesJobs {
  private PackageUsesJobs() {}

  static void use() {
    dev.whence.planted.crawl.jobs.RoomTarget.use();
  }
}
