package dev.whence.planted.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Planted: HTTP without a client. */
final class VerifyOpensAUrl {
  private VerifyOpensAUrl() {}

  static InputStream open(URL url) throws IOException {
    return url.openStream();
  }
}
