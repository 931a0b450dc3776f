package dev.whence.planted.catalog.state;

/** Planted: catalog.state uses catalog.read. */
final class StateUsesQueries {
  private StateUsesQueries() {}

  static void use() {
    dev.whence.planted.catalog.read.RoomTarget.use();
  }
}
