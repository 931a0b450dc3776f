package dev.whence.planted.crawl.jobs;

/** Planted: crawl.jobs uses crawl.process. */
final class JobsUseProcess {
  private JobsUseProcess() {}

  static void use() {
    dev.whence.planted.crawl.process.RoomTarget.use();
  }
}
