package dev.whence.planted.verify.trust;

/** Planted: verify.trust uses verify.check. */
final class TrustUsesCheck {
  private TrustUsesCheck() {}

  static void use() {
    dev.whence.planted.verify.check.RoomTarget.use();
  }
}
