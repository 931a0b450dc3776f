package dev.whence.planted.catalog.count;

/** Planted: catalog.count uses catalog.write. */
final class CountsUseWrites {
  private CountsUseWrites() {}

  static void use() {
    dev.whence.planted.catalog.write.RoomTarget.use();
  }
}
