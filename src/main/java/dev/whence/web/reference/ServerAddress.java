package dev.whence.web.reference;

import java.net.URI;
import java.util.regex.Pattern;

/** The address of this server as the reader typed it, for examples to run. */
final class ServerAddress {

  /** Nothing that a shell or a page could read as more than an address. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "https?://(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?");

  private static final String USUAL = "http://localhost:8080";

  private ServerAddress() {}

  /** The request names its host itself, so any other text in it is left out. */
  static String of(URI base) {
    String address = base.getScheme() + "://" + base.getRawAuthority();
    return PLAIN.matcher(address).matches() ? address : USUAL;
  }
}
