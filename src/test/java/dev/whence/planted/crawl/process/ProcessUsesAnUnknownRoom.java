package dev.whence.planted.crawl.process;

/** Planted: crawl.process uses crawl.stray. */
final class ProcessUsesAnUnknownRoom {
  private ProcessUsesAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.crawl.stray.RoomTarget.use();
  }
}
