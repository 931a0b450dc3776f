package dev.whence.planted.web.home;

/** Planted: a page uses catalog.write. */
final class PageWrites {
  private PageWrites() {}

  static void use() {
    dev.whence.planted.catalog.write.RoomTarget.use();
  }
}
