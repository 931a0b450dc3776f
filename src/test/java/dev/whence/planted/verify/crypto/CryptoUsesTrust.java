package dev.whence.planted.verify.crypto;

/** Planted: verify.crypto uses verify.trust. */
final class CryptoUsesTrust {
  private CryptoUsesTrust() {}

  static void use() {
    dev.whence.planted.verify.trust.RoomTarget.use();
  }
}
