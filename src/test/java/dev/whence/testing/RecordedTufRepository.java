package dev.whence.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sigstore's recorded TUF repository, served on loopback as the real one is: metadata by version,
 * targets by hash. Single files can be replaced, to see what a client makes of it.
 */
public final class RecordedTufRepository implements AutoCloseable {

  /** A time at which all recorded metadata was current. */
  public static final Clock CURRENT =
      Clock.fixed(Instant.parse("2026-08-25T00:00:00Z"), ZoneOffset.UTC);

  private static final String METADATA = "trust/tuf/metadata/";
  private static final String TARGETS = "trust/tuf/targets/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public RecordedTufRepository() {
    for (int version = 1; version <= 15; version++) {
      put(
          version + ".root.json",
          Recording.bytes(METADATA + "root_history/" + version + ".root.json"));
    }
    put("timestamp.json", Recording.bytes(METADATA + "timestamp.json"));
    for (String role : List.of("snapshot", "targets", "registry.npmjs.org")) {
      byte[] bytes = Recording.bytes(METADATA + role + ".json");
      put(json(bytes).path("signed").path("version").asInt() + "." + role + ".json", bytes);
    }
    target("trusted_root.json", "targets");
    target("registry.npmjs.org/keys.json", "registry.npmjs.org");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void target(String name, String role) {
    String hash =
        json(Recording.bytes(METADATA + role + ".json"))
            .path("signed")
            .path("targets")
            .path(name)
            .path("hashes")
            .path("sha256")
            .asText();
    int slash = name.lastIndexOf('/') + 1;
    put(
        "targets/" + name.substring(0, slash) + hash + "." + name.substring(slash),
        Recording.bytes(TARGETS + name));
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Serves other bytes under a path, such as {@code 8.registry.npmjs.org.json}. */
  public void put(String path, byte[] bytes) {
    files.put("/" + path, bytes);
  }

  /** Serves a file with a passage replaced, which must be there. */
  public void replace(String path, String passage, String other) {
    String text = new String(files.get("/" + path), StandardCharsets.UTF_8);
    if (!text.contains(passage)) {
      throw new IllegalArgumentException(path + " lacks " + passage);
    }
    put(path, text.replace(passage, other).getBytes(StandardCharsets.UTF_8));
  }

  public void remove(String path) {
    files.remove("/" + path);
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(path);
      byte[] bytes = files.get(path);
      if (bytes == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
