package dev.whence.planted.api.v1;

/** Planted: api.v1 uses api.stray. */
final class ResourcesUseAnUnknownRoom {
  private ResourcesUseAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.api.stray.RoomTarget.use();
  }
}
