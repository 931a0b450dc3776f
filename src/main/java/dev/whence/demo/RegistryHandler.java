package dev.whence.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Answers as npm's registry does: ETag and 304, gzip, both spellings of scoped names. */
final class RegistryHandler implements HttpHandler {

  private static final String ATTESTATIONS = "/-/npm/v1/attestations/";
  private static final String KEYS = "/-/npm/v1/keys";
  private static final String DOWNLOADS = "/downloads/point/last-month/";
  private static final int ETAG_DIGITS = 32;

  private final Supplier<Content> content;
  private final byte[] keys;
  private final Map<String, Long> downloads;

  /**
   * @param content asked for with the first request that needs it
   * @param downloads by package name
   */
  RegistryHandler(Supplier<Content> content, byte[] keys, Map<String, Long> downloads) {
    this.content = content;
    this.keys = keys;
    this.downloads = downloads;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        send(exchange, 405, error("method not allowed"));
        return;
      }
      Optional<byte[]> found = find(exchange.getRequestURI().getRawPath());
      if (found.isEmpty()) {
        send(exchange, 404, error("not found"));
      } else {
        sendTagged(exchange, found.get());
      }
    }
  }

  private Optional<byte[]> find(String rawPath) {
    String path = URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (path.equals(KEYS)) {
      return Optional.of(keys);
    }
    if (path.startsWith(DOWNLOADS)) {
      String name = path.substring(DOWNLOADS.length());
      return Optional.ofNullable(downloads.get(name)).map(count -> downloads(name, count));
    }
    if (path.startsWith(ATTESTATIONS)) {
      return Optional.ofNullable(
          content.get().attestations().get(path.substring(ATTESTATIONS.length())));
    }
    return Optional.ofNullable(content.get().packuments().get(path.substring(1)));
  }

  private static void sendTagged(HttpExchange exchange, byte[] body) throws IOException {
    String etag =
        "\"" + HexFormat.of().formatHex(Drawn.sha512(body)).substring(0, ETAG_DIGITS) + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=300");
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding, Accept");
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      send(exchange, 200, body);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    byte[] sent = body;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      sent = gzip(body);
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : sent.length);
    if (!head) {
      exchange.getResponseBody().write(sent);
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] downloads(String name, long count) {
    return "{\"downloads\":%d,\"package\":\"%s\"}"
        .formatted(count, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] error(String message) {
    return "{\"error\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
  }
}
