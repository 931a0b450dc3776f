package dev.whence.planted.demo;

/** Planted: demo uses demo.stray. */
final class DemoUsesAnUnknownRoom {
  private DemoUsesAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.demo.stray.RoomTarget.use();
  }
}
