package dev.whence.planted.web.version;

/** Planted: web.version uses web.home. */
final class VersionUsesAnotherGroup {
  private VersionUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
