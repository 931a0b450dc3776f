package dev.whence.planted.web.home;

/** Planted: web.home uses web.about. */
final class HomeUsesAnotherGroup {
  private HomeUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.about.RoomTarget.use();
  }
}
