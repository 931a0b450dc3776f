package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.ReplayRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A registry that has one package, and a client that asks it; what else it does a test says. */
public final class LeftPad implements AutoCloseable {

  public static final PackageName NAME = new PackageName("left-pad");
  public static final byte[] PACKUMENT =
      "{\"name\":\"left-pad\",\"versions\":{\"1.0.0\":{}}}".getBytes(UTF_8);
  public static final String ATTESTATIONS = "/-/npm/v1/attestations/left-pad@1.0.0";

  public final ReplayRegistry server = ReplayRegistry.start();
  public final RegistryClient client = TestRegistryClient.of(server.url());

  public LeftPad() {
    server.answer("/left-pad", PACKUMENT);
  }

  /** A client with other settings. */
  RegistryClient client(String... settings) {
    Map<String, String> config = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      config.put(settings[i], settings[i + 1]);
    }
    return TestRegistryClient.of(server.url(), config);
  }

  @Override
  public void close() {
    server.close();
  }

  /** The packument is there after so many failures. */
  void failTimes(int times, HttpHandler failure) {
    AtomicInteger left = new AtomicInteger(times);
    server.answer(
        "/left-pad",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            failure.handle(exchange);
          } else {
            reply(exchange, new String(PACKUMENT, UTF_8));
          }
        });
  }

  static void reply(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  static void replySpaces(HttpExchange exchange, int count, boolean gzip) throws IOException {
    if (gzip) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(200, 0);
    byte[] spaces = " ".repeat(100_000).getBytes(UTF_8);
    try (OutputStream raw = exchange.getResponseBody();
        OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
      for (int i = 0; i < count / spaces.length; i++) {
        out.write(spaces);
      }
    } catch (IOException clientLeft) {
      // It has seen enough.
    }
  }

  static void stall(HttpExchange exchange, boolean dripping) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      for (int i = 0; i < 500; i++) {
        if (dripping || i == 0) {
          out.write(' ');
          out.flush();
        }
        sleep(10);
      }
    } catch (IOException clientLeft) {
      // It has waited long enough.
    }
  }

  static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
