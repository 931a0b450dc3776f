package dev.whence.planted.registry.http;

/** Planted: registry.http uses registry.npm. */
final class HttpUsesNpm {
  private HttpUsesNpm() {}

  static void use() {
    dev.whence.planted.registry.npm.RoomTarget.use();
  }
}
