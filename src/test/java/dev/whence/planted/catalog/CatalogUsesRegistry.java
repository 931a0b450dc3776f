package dev.whence.planted.catalog;

/** Planted: catalog uses registry. */
final class CatalogUsesRegistry {
  private CatalogUsesRegistry() {}

  static void use() {
    dev.whence.planted.registry.Target.use();
  }
}
