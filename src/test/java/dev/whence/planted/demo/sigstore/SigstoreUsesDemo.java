package dev.whence.planted.demo.sigstore;

/** Planted: demo.sigstore uses demo. */
final class SigstoreUsesDemo {
  private SigstoreUsesDemo() {}

  static void use() {
    dev.whence.planted.demo.RoomTarget.use();
  }
}
