package dev.whence.planted.api;

/** Planted: api uses web. */
final class ApiUsesWeb {
  private ApiUsesWeb() {}

  static void use() {
    dev.whence.planted.web.Target.use();
  }
}
