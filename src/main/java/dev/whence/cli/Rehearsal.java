package dev.whence.cli;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.read.OverviewQueries;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Waits until the application has crawled a registry, and asks for pages as visitors will. */
@Dependent
@Unremovable
public final class Rehearsal implements QuarkusApplication {

  /** One of the generated registry's stories. */
  private static final String PACKAGE = "brinekit";

  private static final List<String> PATHS =
      List.of(
          "/",
          "/search?q=js",
          "/package/" + PACKAGE,
          "/package/" + PACKAGE + "/history",
          "/package/absent",
          "/packages",
          "/versions",
          "/repositories",
          "/adoption",
          "/status",
          "/api/v1/packages/" + PACKAGE,
          "/api/v1/packages/" + PACKAGE + "/versions",
          "/healthz");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LOOK_MILLIS = 200;

  /** Two minutes. A recording of a part of the crawl is better than none. */
  private static final int MOST_LOOKS = 600;

  private final OverviewQueries overview;

  Rehearsal(OverviewQueries overview) {
    this.overview = overview;
  }

  /** Runs when the port, the only argument, is open. The answers do not matter. */
  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    for (int look = 0; look < MOST_LOOKS && !isCrawled(); look++) {
      Thread.sleep(LOOK_MILLIS);
    }
    int port = Integer.parseInt(arguments[0]);
    for (String path : PATHS) {
      ask(port, path);
    }
    return 0;
  }

  private boolean isCrawled() {
    Map<CrawlStatus, Long> packages = overview.crawl(0, 0).packagesByStatus();
    return packages.getOrDefault(CrawlStatus.CRAWLED, 0L) > 0
        && packages.getOrDefault(CrawlStatus.PENDING, 0L) == 0;
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
