package dev.whence.planted.verify.check;

/** Planted: an arrow that is allowed; with TrustUsesCheck a cycle. */
final class AllowedTrust {
  private AllowedTrust() {}

  static void use() {
    dev.whence.planted.verify.trust.RoomTarget.use();
  }
}
