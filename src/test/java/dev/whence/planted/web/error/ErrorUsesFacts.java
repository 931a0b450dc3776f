package dev.whence.planted.web.error;

/** Planted: web.error uses web.facts. */
final class ErrorUsesFacts {
  private ErrorUsesFacts() {}

  static void use() {
    dev.whence.planted.web.facts.RoomTarget.use();
  }
}
