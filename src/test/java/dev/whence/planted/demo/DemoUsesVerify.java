package dev.whence.planted.demo;

/** Planted: demo uses verify. */
final class DemoUsesVerify {
  private DemoUsesVerify() {}

  static void use() {
    dev.whence.planted.verify.Target.use();
  }
}
