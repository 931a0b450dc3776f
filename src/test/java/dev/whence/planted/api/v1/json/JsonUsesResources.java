package dev.whence.planted.api.v1.json;

/** Planted: api.v1.json uses api.v1. */
final class JsonUsesResources {
  private JsonUsesResources() {}

  static void use() {
    dev.whence.planted.api.v1.RoomTarget.use();
  }
}
