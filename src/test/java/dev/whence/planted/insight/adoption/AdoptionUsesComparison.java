package dev.whence.planted.insight.adoption;

/** Planted: insight.adoption uses insight.compare. */
final class AdoptionUsesComparison {
  private AdoptionUsesComparison() {}

  static void use() {
    dev.whence.planted.insight.compare.RoomTarget.use();
  }
}
