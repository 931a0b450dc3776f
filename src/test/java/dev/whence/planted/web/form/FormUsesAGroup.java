package dev.whence.planted.web.form;

/** Planted: web.form uses web.home. */
final class FormUsesAGroup {
  private FormUsesAGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
