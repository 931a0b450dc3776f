package dev.whence.crawl.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.crawl.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the port of a process answers that shows no pages. */
class WithoutPagesTest {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() throws Exception {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldShowNoPagesWithoutTheRole() throws Exception {
    int port = serve(Role.CRAWL, Role.VERIFY);

    for (String path : new String[] {"/", "/api/v1/status", "/package/jose", "/q", "/q/health"}) {
      HttpResponse<String> refused = get(port, path);
      assertThat(refused.statusCode()).as(path).isEqualTo(404);
      assertThat(refused.body()).contains("shows no pages");
    }
  }

  @Test
  void shouldAnswerEverythingWithTheRole() throws Exception {
    int port = serve(Role.WEB, Role.CRAWL);

    assertThat(get(port, "/").body()).isEqualTo("served");
  }

  private int serve(Role... roles) throws Exception {
    Router router = Router.router(vertx);
    router.route().handler(request -> request.response().end("served"));
    new WithoutPages(() -> Set.of(roles)).route(router);
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
