package dev.whence.planted.web.facts;

/** Planted: web.facts uses web.home. */
final class FactsUseAGroup {
  private FactsUseAGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
