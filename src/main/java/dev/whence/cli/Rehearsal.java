package dev.whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Waits until the application has crawled a registry, and asks for pages as visitors will. */
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
          "/q/health");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LOOK_MILLIS = 200;
  private static final int MOST_LOOKS = 600;

  private final HttpClient client = HttpClient.newHttpClient();

  /** Runs once the port, the only argument, is open. What the pages say does not matter. */
  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    URI root = URI.create("http://127.0.0.1:" + arguments[0]);
    awaitCrawls(root);
    for (String path : PATHS) {
      ask(root.resolve(path));
    }
    return 0;
  }

  /** A recording of a part of the crawl is better than none. */
  private void awaitCrawls(URI root) throws IOException, InterruptedException {
    ObjectMapper mapper = new ObjectMapper();
    for (int look = 0; look < MOST_LOOKS; look++) {
      JsonNode packages =
          mapper.readTree(ask(root.resolve("/api/v1/status"))).path("packagesByStatus");
      if (packages.path("crawled").asLong() > 0 && packages.path("pending").asLong() == 0) {
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private String ask(URI page) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
