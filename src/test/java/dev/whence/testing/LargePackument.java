package dev.whence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A packument as large as one may be, of facts that are all kept, written while it is made. */
public record LargePackument(String name, int versions) {

  /** The largest number that a version has, for its length. */
  private static final int LAST = 99_999;

  private static final String PADDING = "x".repeat(300);

  /** Of at most this size. */
  public static LargePackument of(String name, int bytes) {
    return new LargePackument(name, (bytes - 1_000) / version(name, LAST).length());
  }

  private static String version(String name, int number) {
    return """
        %s"1.0.%d":{"name":"%s","version":"1.0.%2$d","homepage":"https://example.org/%2$d/%4$s",\
        "repository":{"type":"git","url":"git+https://github.com/example/%2$d.git",\
        "directory":"packages/%2$d"},"license":"MIT","gitHead":"%5$040d",\
        "dist":{"integrity":"sha512-%6$086dA==","shasum":"%5$040d",\
        "tarball":"https://registry.example.org/%2$d.tgz","unpackedSize":%2$d,\
        "signatures":[{"keyid":"SHA256:%2$043d","sig":"MEUC%2$090d="}]},\
        "_npmUser":{"name":"user%2$d"}}\
        """
        .formatted(number == 0 ? "" : ",", number, name, PADDING, number, number);
  }

  /** Sends it; whoever stops reading hears no more of it. */
  public void send(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      out.write(("{\"name\":\"" + name + "\",\"versions\":{").getBytes(UTF_8));
      for (int i = 0; i < versions; i++) {
        out.write(version(name, i).getBytes(UTF_8));
      }
      out.write("}}".getBytes(UTF_8));
    } catch (IOException readerLeft) {
      // It comes again when it has room.
    }
  }
}
