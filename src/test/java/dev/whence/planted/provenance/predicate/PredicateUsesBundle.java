package dev.whence.planted.provenance.predicate;

/** Planted: provenance.predicate uses provenance.bundle. */
final class PredicateUsesBundle {
  private PredicateUsesBundle() {}

  static void use() {
    dev.whence.planted.provenance.bundle.RoomTarget.use();
  }
}
