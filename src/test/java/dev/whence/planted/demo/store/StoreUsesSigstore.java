package dev.whence.planted.demo.store;

/** Planted: demo.store uses demo.sigstore. */
final class StoreUsesSigstore {
  private StoreUsesSigstore() {}

  static void use() {
    dev.whence.planted.demo.sigstore.RoomTarget.use();
  }
}
