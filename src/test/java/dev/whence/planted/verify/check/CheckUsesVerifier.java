package dev.whence.planted.verify.check;

/** Planted: verify.check uses verify. */
final class CheckUsesVerifier {
  private CheckUsesVerifier() {}

  static void use() {
    dev.whence.planted.verify.RoomTarget.use();
  }
}
