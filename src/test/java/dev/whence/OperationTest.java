package dev.whence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.whence.web.PlantedFailure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators rely on: health, metrics, and headers on every answer. */
@QuarkusTest
class OperationTest {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "", management = true)
  URL management;

  @Test
  void shouldTellWhoeverHandsOutRequestsThatItIsReady() {
    given()
        .get("/healthz")
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .header("Cache-Control", equalTo("no-store"))
        .body(equalTo("ready\n"));
    given().head("/healthz").then().statusCode(200);
    given().post("/healthz").then().statusCode(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi"})
  void shouldTellNothingOfTheInstallationOnThePortOfThePages(String path) {
    given().get(path).then().statusCode(404).body("html.body.main.h1", equalTo("No such page"));
  }

  @Test
  void shouldAnswerOperatorsInALineWhatIsNotThere() {
    given()
        .get(management("/absent"))
        .then()
        .statusCode(404)
        .contentType("text/plain")
        .body(containsString("/q/health"));
  }

  @Test
  void shouldSayWhetherItIsReady() {
    given()
        .get(management("/health/ready"))
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("Crawl scheduler"));
    given().get(management("/health/live")).then().statusCode(200).body("status", equalTo("UP"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/no/such/page",
        "/package/%00",
        "/robots.txt",
        "/api/v1/status",
        "/api/v1/packages/no-such-package",
        "/api/v1/search?limit=many",
        "/api/v1/openapi",
        "/healthz",
        "/q/health"
      })
  void shouldSendTheSecurityHeadersWithEveryAnswer(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /about, 405",
    "GET, /planted-failure, 500",
    "GET, /assets/no-such-file.css, 404"
  })
  void shouldSendThemWithErrorsToo(String method, String path, int status) {
    given()
        .urlEncodingEnabled(false)
        .request(method, path)
        .then()
        .statusCode(status)
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .body(not(containsString(PlantedFailure.SECRET)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/planted-refusal", "/api/planted-refusal"})
  void shouldSayWhenToTryAgainWhicheverLayerIsBusy(String path) {
    given().get(path).then().statusCode(503).header("Retry-After", equalTo("10"));
  }

  @Test
  void shouldSendThemWithStaticFiles() {
    Matcher asset = Pattern.compile("\"(/assets/[^\"]+)").matcher(given().get("/").asString());
    assertThat(asset.find()).isTrue();
    given()
        .get(asset.group(1))
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Referrer-Policy", equalTo("no-referrer"));
  }

  /** A chart is a picture for other people's pages; a page or an answer is not. */
  @ParameterizedTest
  @CsvSource({
    "/assets/whence.svg, cross-origin",
    "/adoption, same-site",
    "/assets/whence.css, same-site",
    "/api/v1/status, same-site",
    "/adoption/no-such-chart.svg, same-site"
  })
  void shouldLetOtherSitesShowPicturesOnly(String path, String policy) {
    given().get(path).then().header("Cross-Origin-Resource-Policy", equalTo(policy));
  }

  @Test
  void shouldMeasureRequestsByRouteAndNotByPath() {
    for (int i = 0; i < 3; i++) {
      given().get("/package/metrics-probe-" + i);
      given().get("/api/v1/packages/metrics-probe-" + i);
      given().get("/metrics-probe-" + i + "/x");
    }

    String metrics = metrics();

    assertThat(metrics)
        .contains("http_server_requests_seconds_count")
        .doesNotContain("metrics-probe");
  }

  /** Whoever sends odd requests must not fill the labels, and with them the memory. */
  @Test
  void shouldMeasureWhatIsRefusedWithoutThePathOrTheMethodAsTyped() throws IOException {
    for (String request :
        new String[] {
          "POST /package/refused-probe",
          "POST /refused-probe",
          "DELETE /api/v1/packages/refused-probe",
          "REFUSED-PROBE /about",
          "GET /package/refused-probe%00",
          "GET /package/refused-probe%zz",
          "GET /api/v1/search;refused-probe",
          "GET /assets/refused-probe",
          "GET /about;refused-probe",
          "OPTIONS /api/v1/packages/refused-probe",
          "GET //refused-probe/../about"
        }) {
      assertThat(send(request)).startsWith("HTTP/1.1 ");
    }

    assertThat(metrics().lines())
        .filteredOn(line -> line.toLowerCase(Locale.ROOT).contains("refused-probe"))
        .isEmpty();
  }

  /** What it does is OneLineLogTest's. */
  @Test
  void shouldHaveItsLogFiltered() {
    assertThat(consoles(Logger.getLogger("").getHandlers()))
        .isNotEmpty()
        .allSatisfy(
            console -> {
              var line = new LogRecord(Level.INFO, "a\nb");
              assertThat(console.getFilter().isLoggable(line)).isTrue();
              assertThat(line.getMessage()).isEqualTo("a\\nb");
            });
  }

  private static List<Handler> consoles(Handler... handlers) {
    return Arrays.stream(handlers)
        .flatMap(
            handler ->
                handler instanceof ConsoleHandler
                    ? Stream.of(handler)
                    : handler instanceof ExtHandler several
                        ? consoles(several.getHandlers()).stream()
                        : Stream.of())
        .toList();
  }

  private String metrics() {
    return given().get(management("/metrics")).asString();
  }

  private String management(String path) {
    return management.toString().replaceFirst("/+$", "") + path;
  }

  /** A client of ours would refuse to send some of these. */
  private static String send(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      String head = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
