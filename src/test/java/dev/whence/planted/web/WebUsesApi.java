package dev.whence.planted.web;

/** Planted: web uses api. */
final class WebUsesApi {
  private WebUsesApi() {}

  static void use() {
    dev.whence.planted.api.Target.use();
  }
}
