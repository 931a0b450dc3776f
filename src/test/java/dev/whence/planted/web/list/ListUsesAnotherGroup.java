package dev.whence.planted.web.list;

/** Planted: web.list uses web.home. */
final class ListUsesAnotherGroup {
  private ListUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
