package dev.whence.planted.provenance;

/** Planted: provenance uses catalog. */
final class ProvenanceUsesCatalog {
  private ProvenanceUsesCatalog() {}

  static void use() {
    dev.whence.planted.catalog.Target.use();
  }
}
