package dev.whence.planted.web.about;

/** Planted: web.about uses web.home. */
final class AboutUsesAnotherGroup {
  private AboutUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
