package dev.whence.planted.registry.npm;

/** Planted: registry.npm uses registry.stray. */
final class NpmUsesAnUnknownRoom {
  private NpmUsesAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.registry.stray.RoomTarget.use();
  }
}
