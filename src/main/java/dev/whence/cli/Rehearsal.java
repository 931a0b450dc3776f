package dev.whence.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks the running application for a few pages, as the first visitor will. */
public final class Rehearsal implements QuarkusApplication {
  private static final List<String> PATHS =
      List.of("/", "/search?q=js", "/package/absent", "/status", "/q/health");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Runs once the port, the only argument, is open. What is answered does not matter. */
  @Override
  public int run(String... arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    for (String path : PATHS) {
      ask(port, path);
    }
    return 0;
  }

  private static void ask(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      in.readAllBytes();
    }
  }
}
