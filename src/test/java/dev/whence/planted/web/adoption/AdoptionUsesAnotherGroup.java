package dev.whence.planted.web.adoption;

/** Planted: web.adoption uses web.home. */
final class AdoptionUsesAnotherGroup {
  private AdoptionUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
