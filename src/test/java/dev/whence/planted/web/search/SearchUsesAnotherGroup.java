package dev.whence.planted.web.search;

/** Planted: web.search uses web.home. */
final class SearchUsesAnotherGroup {
  private SearchUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
