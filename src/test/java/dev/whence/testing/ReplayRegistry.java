package dev.whence.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.whence.demo.AnswerFault;
import dev.whence.demo.AnswerFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The recorded npm registry as an HTTP server in this JVM: packuments, attestations, keys and
 * download counts with ETag, gzip and both forms of scoped names, as the real one serves them. It
 * keeps a log of requests, answers single paths as a test wants, and fails some requests.
 *
 * <p>Without the recording it is an empty registry, which answers 404.
 */
public final class ReplayRegistry implements AutoCloseable {

  /**
   * A request as it came.
   *
   * @param path decoded: {@code /@scope/name}
   * @param rawPath as sent
   * @param ifNoneMatch absent in an unconditional request
   * @param fault absent where the answer was right
   */
  public record Request(
      String path,
      String rawPath,
      @Nullable String ifNoneMatch,
      @Nullable String userAgent,
      @Nullable AnswerFault fault) {

    public boolean isForAttestations() {
      return path.startsWith("/-/npm/v1/attestations/");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI url;
  private final RegistryFiles files;
  private final Map<String, HttpHandler> overrides = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile AnswerFaults faults = AnswerFaults.none();

  private ReplayRegistry(HttpServer server, Function<String, RegistryFiles> files) {
    this.server = server;
    this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    this.files = files.apply(url.toString());
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /** Serves on a free port of the loopback interface. */
  public static ReplayRegistry start() {
    return start(RecordedFiles::new);
  }

  /** The packages made from public bug reports, in their first phase. */
  public static ReplayRegistry ofReports() {
    Path root = Shared.folder("reports");
    return start(url -> new ReportedFiles(root, url));
  }

  private static ReplayRegistry start(Function<String, RegistryFiles> files) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ReplayRegistry registry = new ReplayRegistry(HttpServer.create(anyPort, 0), files);
      registry.server.start();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return url;
  }

  /** The next state of the reported packages, from 1; only of {@link #ofReports}. */
  public void phase(int phase) {
    ((ReportedFiles) files).phase(phase);
  }

  /** The packages that it has. */
  public List<String> packages() {
    return files.names();
  }

  /** The recorded body at a decoded path, as it is served. */
  public Optional<byte[]> recorded(String path) {
    return files.find(path).map(RegistryFiles.Answer::body);
  }

  /** Requests since the start or since they were forgotten, in order of arrival. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public void forgetRequests() {
    requests.clear();
  }

  /** From now on requests go wrong as drawn. */
  public void fail(AnswerFaults drawn) {
    faults = drawn;
  }

  /** From now on this decoded path is answered so; the handler closes the exchange. */
  public void answer(String path, HttpHandler handler) {
    overrides.put(path, handler);
  }

  /** From now on this decoded path is answered with these bytes, with ETag and gzip as always. */
  public void answer(String path, byte[] body) {
    overrides.put(path, exchange -> send(exchange, body));
  }

  /** From now on this decoded path is answered with this status and no more. */
  public void answer(String path, int status) {
    overrides.put(path, exchange -> sendError(exchange, status));
  }

  /** From now on every path is answered as recorded, without faults. */
  public void answerAsRecorded() {
    overrides.clear();
    faults = AnswerFaults.none();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<AnswerFault> fault = faults.draw(path);
    requests.add(
        new Request(
            path,
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders().getFirst("If-None-Match"),
            exchange.getRequestHeaders().getFirst("User-Agent"),
            fault.orElse(null)));
    try (exchange) {
      if (fault.isPresent()) {
        fail(exchange, fault.get());
      } else {
        answer(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    @Nullable HttpHandler override = overrides.get(path);
    Optional<RegistryFiles.Answer> recorded = files.find(path);
    if (override != null) {
      override.handle(exchange);
    } else if (recorded.isPresent()) {
      send(exchange, recorded.get());
    } else {
      sendError(exchange, 404);
    }
  }

  private void fail(HttpExchange exchange, AnswerFault fault) throws IOException {
    switch (fault) {
      case AnswerFault.Refused(int status) -> {
        if (status == 429) {
          String seconds = Long.toString(faults.retryAfter().toSeconds());
          exchange.getResponseHeaders().add("Retry-After", seconds);
        }
        sendError(exchange, status);
      }
      case AnswerFault.Broken.RESET -> exchange.close();
      case AnswerFault.Broken.TRUNCATE -> {
        byte[] body = recorded(exchange.getRequestURI().getPath()).orElse(new byte[100]);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
      }
      case AnswerFault.Broken.SLOW -> {
        sleep(faults.delay());
        answer(exchange);
      }
      case AnswerFault.Broken.GARBAGE ->
          send(exchange, AnswerFaults.garbage(exchange.getRequestURI().getPath()));
    }
  }

  private static void sleep(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the registry ends", e);
    }
  }

  private static void sendError(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{\"error\":\"Not found\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void send(HttpExchange exchange, RegistryFiles.Answer answer) throws IOException {
    if (answer.status() == 200 && answer.contentType().equals("application/json")) {
      send(exchange, answer.body());
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", answer.contentType());
    long length = answer.status() == 204 || answer.body().length == 0 ? -1 : answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    String etag = "\"" + digest(body) + "\"";
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] sent = body;
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted != null && Arrays.asList(accepted.split("[, ]+")).contains("gzip")) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      sent = gzip(body);
    }
    exchange.sendResponseHeaders(200, sent.length);
    exchange.getResponseBody().write(sent);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
