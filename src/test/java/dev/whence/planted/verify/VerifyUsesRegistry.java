package dev.whence.planted.verify;

/** Planted: verify uses registry. */
final class VerifyUsesRegistry {
  private VerifyUsesRegistry() {}

  static void use() {
    dev.whence.planted.registry.Target.use();
  }
}
