package dev.whence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.whence.web.PlantedFailure;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators rely on: health, metrics, and headers on every answer. */
@QuarkusTest
class OperationTest {

  @Test
  void shouldSayWhetherItIsReady() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("Crawl scheduler"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
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
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/q/absent"
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

  @Test
  void shouldMeasureRequestsByRouteAndNotByPath() {
    for (int i = 0; i < 3; i++) {
      given().get("/package/metrics-probe-" + i);
      given().get("/api/v1/packages/metrics-probe-" + i);
      given().get("/metrics-probe-" + i + "/x");
    }

    String metrics = given().get("/q/metrics").asString();

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

    assertThat(given().get("/q/metrics").asString().lines())
        .filteredOn(line -> line.toLowerCase(Locale.ROOT).contains("refused-probe"))
        .isEmpty();
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
