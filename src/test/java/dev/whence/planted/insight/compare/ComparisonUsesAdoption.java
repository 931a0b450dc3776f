package dev.whence.planted.insight.compare;

/** Planted: insight.compare uses insight.adoption. */
final class ComparisonUsesAdoption {
  private ComparisonUsesAdoption() {}

  static void use() {
    dev.whence.planted.insight.adoption.RoomTarget.use();
  }
}
