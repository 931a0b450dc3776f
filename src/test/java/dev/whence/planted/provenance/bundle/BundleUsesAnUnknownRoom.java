package dev.whence.planted.provenance.bundle;

/** Planted: provenance.bundle uses provenance.stray. */
final class BundleUsesAnUnknownRoom {
  private BundleUsesAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.provenance.stray.RoomTarget.use();
  }
}
