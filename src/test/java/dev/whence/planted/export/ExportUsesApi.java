package dev.whence.planted.export;

/** Planted: export uses api. */
final class ExportUsesApi {
  private ExportUsesApi() {}

  static void use() {
    dev.whence.planted.api.Target.use();
  }
}
