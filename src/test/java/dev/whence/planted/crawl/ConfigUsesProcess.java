package dev.whence.planted.crawl;

/** Planted: crawl uses crawl.process. */
final class ConfigUsesProcess {
  private ConfigUsesProcess() {}

  static void use() {
    dev.whence.planted.crawl.process.RoomTarget.use();
  }
}
