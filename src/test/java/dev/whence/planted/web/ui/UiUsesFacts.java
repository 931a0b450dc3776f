package dev.whence.planted.web.ui;

/** Planted: web.ui uses web.facts. */
final class UiUsesFacts {
  private UiUsesFacts() {}

  static void use() {
    dev.whence.planted.web.facts.RoomTarget.use();
  }
}
