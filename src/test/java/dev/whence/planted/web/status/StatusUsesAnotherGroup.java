package dev.whence.planted.web.status;

/** Planted: web.status uses web.home. */
final class StatusUsesAnotherGroup {
  private StatusUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
