package dev.whence.planted.registry;

/** Planted: registry uses catalog. */
final class RegistryUsesCatalog {
  private RegistryUsesCatalog() {}

  static void use() {
    dev.whence.planted.catalog.Target.use();
  }
}
