package dev.whence.planted.web.reference;

/** Planted: web.reference uses web.home. */
final class ReferenceUsesAnotherGroup {
  private ReferenceUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
