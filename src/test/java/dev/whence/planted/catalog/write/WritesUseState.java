package dev.whence.planted.catalog.write;

/** Planted: catalog.write uses catalog.state. */
final class WritesUseState {
  private WritesUseState() {}

  static void use() {
    dev.whence.planted.catalog.state.RoomTarget.use();
  }
}
