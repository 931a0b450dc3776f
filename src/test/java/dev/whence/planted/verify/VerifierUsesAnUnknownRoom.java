package dev.whence.planted.verify;

/** Planted: verify uses verify.stray. */
final class VerifierUsesAnUnknownRoom {
  private VerifierUsesAnUnknownRoom() {}

  static void use() {
    dev.whence.planted.verify.stray.RoomTarget.use();
  }
}
