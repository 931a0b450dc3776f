package dev.whence.planted.web.pkg;

/** Planted: web.pkg uses web.home. */
final class PkgUsesAnotherGroup {
  private PkgUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
