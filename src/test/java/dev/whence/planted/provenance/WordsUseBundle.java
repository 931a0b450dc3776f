package dev.whence.planted.provenance;

/** Planted: provenance uses provenance.bundle. */
final class WordsUseBundle {
  private WordsUseBundle() {}

  static void use() {
    dev.whence.planted.provenance.bundle.RoomTarget.use();
  }
}
