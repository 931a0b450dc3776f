package dev.whence.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.whence.api.v1.paging.PageToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request that cannot be answered gets a problem that says what would be right. */
@QuarkusTest
class ApiProblemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%20b",
        "a%00b",
        "%3Cscript%3E",
        "a%FFb",
        "@foo",
        "@foo%2F..",
        "a%27%3B%20DROP%20TABLE%20package%3B--",
        "node_modules"
      })
  void shouldSayWhatALegalNameIs(String name) {
    problem("/api/v1/packages/" + name, 400, "illegal-package-name")
        .body("detail", containsString("@scope/name"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/packages/no-such-package-here, unknown-package",
    "/api/v1/packages/@no-such/package-here, unknown-package",
    "/api/v1/packages/@no-such%2Fpackage-here, unknown-package",
    "/api/v1/packages/%40no-such%2fpackage-here, unknown-package",
    "/api/v1/packages/@no-such/versions, unknown-package",
    "/api/v1/packages/no-such-package-here/versions, unknown-package",
    "/api/v1/packages/@no-such%2Fpackage-here/history, unknown-package",
    "/api/v1/packages/@no-such/package-here/versions/1.0.0, unknown-package",
    "/api/v1/packages/@no-such%2Fpackage-here/versions/1.0.0+b/attestations, unknown-package",
    "/api/v1/repositories/github.com/no-such/repository, unknown-repository",
    "/api/v1/repositories/gitlab.com/a/b/c/-/workflows/.gitlab-ci.yml, unknown-workflow",
    "/api/v1/repositories/github.com/owner-only, unknown-path",
    "/api/v1/nothing, unknown-path",
    "/api/nothing, unknown-path"
  })
  void shouldTellWhatIsNotKnown(String path, String kind) {
    problem(path, 404, kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.5", "99999999999", "ten", "%00", "0x10"})
  void shouldRefuseALimitThatIsNone(String limit) {
    problem("/api/v1/search?limit=" + limit, 400, "illegal-parameter")
        .body("detail", containsString("1 to 100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%21%21", "AQAAAAAAAAAAAAA", "0", "AQ"})
  void shouldRefuseATokenThatIsNone(String token) {
    problem("/api/v1/search?pageToken=" + token, 400, "illegal-page-token");
  }

  @Test
  void shouldRefuseATokenOfAnotherList() {
    String token = PageToken.of("/api/v1/search?q=a", 50);

    problem("/api/v1/search?q=b&pageToken=" + token, 400, "illegal-page-token");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?evidence=good, inconclusive",
    "/api/v1/adoption?step=year, month",
    "/api/v1/search?q=%00, control",
    "/api/v1/packages/a/versions/%00, control",
    "/api/v1/repositories/github.com/a/%00, control"
  })
  void shouldSayWhatAParameterMayBe(String path, String legal) {
    problem(path, 400, "illegal-parameter").body("detail", containsString(legal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void shouldOnlyBeRead(String method) {
    given()
        .urlEncodingEnabled(false)
        .request(method, "/api/v1/search")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:whence:problem:method-not-allowed"));
  }

  @Test
  void shouldSayThatItHasNoPictures() {
    given()
        .accept("image/png")
        .get("/api/v1/status")
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:whence:problem:not-acceptable"));
  }

  @Test
  void shouldLetOtherSitesRead() {
    String origin =
        given()
            .header("Origin", "https://example.org")
            .options("/api/v1/search")
            .then()
            .statusCode(200)
            .extract()
            .header("Access-Control-Allow-Origin");

    assertThat(origin).isEqualTo("*");
  }

  @Test
  void shouldLeavePagesTheirOwnErrors() {
    given().get("/no-such-page").then().statusCode(404).contentType(containsString("text/html"));
  }

  private static ValidatableResponse problem(String path, int status, String kind) {
    return given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store")
        .body("type", equalTo("urn:whence:problem:" + kind))
        .body("status", equalTo(status));
  }
}
