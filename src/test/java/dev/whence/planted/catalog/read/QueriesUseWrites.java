package dev.whence.planted.catalog.read;

/** Planted: catalog.read uses catalog.write. */
final class QueriesUseWrites {
  private QueriesUseWrites() {}

  static void use() {
    dev.whence.planted.catalog.write.RoomTarget.use();
  }
}
