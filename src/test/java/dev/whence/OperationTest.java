package dev.whence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
