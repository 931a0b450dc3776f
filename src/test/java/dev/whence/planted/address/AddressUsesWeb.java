package dev.whence.planted.address;

/** Planted: address uses web. */
final class AddressUsesWeb {
  private AddressUsesWeb() {}

  static void use() {
    dev.whence.planted.web.Target.use();
  }
}
