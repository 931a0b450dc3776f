package dev.whence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules see what they are there to see: a page that breaks each of them is caught. */
class PageRulesTest {

  private static final AtomicReference<String> BODY = new AtomicReference<>("");
  private static HttpServer server;

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean page = exchange.getRequestURI().getPath().equals("/");
          byte[] html = html().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page ? 200 : 404, page ? html.length : -1);
          if (page) {
            exchange.getResponseBody().write(html);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static String html() {
    return "<!doctype html><html lang=en><title>A page</title><link rel=icon href=data:,>"
        + "<main><h1>A page</h1>"
        + BODY.get()
        + "</main></html>";
  }

  private static Visit visit(String body) {
    BODY.set(body);
    return Visit.to(address());
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Test
  void shouldAcceptAPlainPage() {
    try (Visit visit = visit("<p>Text</p>")) {
      PageRules.assertQuiet(visit);
      PageRules.assertLight(visit);
      PageRules.assertStill(visit);
      PageRules.assertFits(visit);
      PageRules.assertAccessible(visit);
    }
  }

  @Test
  void shouldSeeErrorsAndDialogsOfScripts() {
    try (Visit visit = visit("<script>alert('gotcha'); throw new Error('broken')</script>")) {
      assertThat(visit.problems())
          .anyMatch(problem -> problem.contains("dialog: gotcha"))
          .anyMatch(problem -> problem.contains("broken"));
    }
  }

  @Test
  void shouldSeeFailedAndForeignRequests() {
    try (Visit visit = visit("<img alt=a src=missing.png><img alt=b src=http://127.0.0.2:9/x>")) {
      assertThat(visit.problems())
          .anyMatch(problem -> problem.contains("answer 404"))
          .anyMatch(problem -> problem.contains("another origin: http://127.0.0.2:9/x"));
    }
  }

  @Test
  void shouldSeeWhatIsTooWideOrTooHeavy() {
    try (Visit visit = visit("<pre>" + "wide".repeat(40_000) + "</pre>")) {
      assertThatThrownBy(() -> PageRules.assertFits(visit)).hasMessageContaining("too wide");
      assertThatThrownBy(() -> PageRules.assertLight(visit)).hasMessageContaining("wire");
    }
  }

  @Test
  void shouldSeeWhatMovesLate() {
    String late =
        "<p>Text</p><script>requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " document.querySelector('h1').style.marginTop = '300px'))</script>";
    try (Visit visit = visit(late)) {
      visit.page().waitForTimeout(200);
      assertThatThrownBy(() -> PageRules.assertStill(visit)).hasMessageContaining("shift");
    }
  }

  @Test
  void shouldSeeWhatSomeCannotRead() {
    try (Visit visit = visit("<img src=data:,><p style='color:#ccc;background:#fff'>Pale</p>")) {
      assertThatThrownBy(() -> PageRules.assertAccessible(visit))
          .hasMessageContaining("image-alt")
          .hasMessageContaining("color-contrast");
    }
  }

  @Test
  void shouldSeeWhatNeedsJavaScript() {
    BODY.set("<script>document.querySelector('h1').textContent = 'Made by script'</script>");
    try (Visit plain = Visit.withoutJavaScript(address());
        Visit scripted = Visit.to(address())) {
      assertThat(plain.mainText()).isEqualTo("A page");
      assertThat(scripted.mainText()).isEqualTo("Made by script");
    }
  }
}
