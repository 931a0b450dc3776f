package dev.whence.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crawled recording as JSON. */
@QuarkusTest
class ApiRecordingTest {

  @Inject CrawledRecording recording;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @Test
  void shouldSayOfEachAttestationWhatTheIndexSays() {
    for (Map<String, String> row : Recording.index("registry")) {
      JsonNode version = get(versionPath(row));
      JsonNode attestation =
          version.path("attestations").path(Integer.parseInt(column(row, "att")));

      assertThat(version.path("evidence").asText()).isIn("verified", "publish-only");
      assertThat(attestation.path("predicateType").asText())
          .isEqualTo(column(row, "predicateType_signed"));
      assertThat(attestation.path("signer").path("certificate").path("identity").asText(""))
          .isEqualTo(column(row, "SAN"));
      assertThat(attestation.path("logEntry").path("logIndex").asText())
          .isEqualTo(column(row, "rekorLogIndex"));
      assertThat(attestation.path("logEntry").path("integratedTime").asText())
          .isEqualTo(column(row, "integratedTime"));
      assertThat(attestation.path("provenance").path("commit").asText(""))
          .isEqualTo(column(row, "sha"));
      assertThat(attestation.path("provenance").path("source").path("url").asText(""))
          .isEqualTo(column(row, "sourceRepo"));
      assertThat(attestation.path("verdicts").path(0).path("outcome").asText())
          .isEqualTo("verified");
      assertThat(attestation.path("verdicts").path(0).path("checks")).hasSize(12);
    }
  }

  @Test
  void shouldGiveTheResponseByteForByte() {
    byte[] body =
        given()
            .urlEncodingEnabled(false)
            .get("/api/v1/packages/@sigstore%2Fverify/versions/4.1.2/attestations")
            .then()
            .statusCode(200)
            .header("ETag", notNullValue())
            .extract()
            .asByteArray();

    assertThat(body).isEqualTo(Recording.bytes("attestations/@sigstore/verify@4.1.2.json"));
  }

  @Test
  void shouldTellAServedVersionFromOneThatIsNot() {
    given()
        .get("/api/v1/packages/sigstore/versions/0.0.1-nothing")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:whence:problem:unknown-version"));
    given()
        .get("/api/v1/search?q=nuxt&limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("nuxt"));
  }

  @Test
  void shouldFindBothWaysToWriteAScopedName() {
    JsonNode slash = get("/api/v1/packages/@sigstore/verify");

    assertThat(slash.path("name").asText()).isEqualTo("@sigstore/verify");
    assertThat(get("/api/v1/packages/@sigstore%2Fverify")).isEqualTo(slash);
    assertThat(get("/api/v1/packages/%40sigstore%2fverify")).isEqualTo(slash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/packages/nuxt/versions?limit=100",
        "/api/v1/search?limit=7",
        "/api/v1/packages?limit=5&sort=name",
        "/api/v1/versions?provenance=yes&limit=3",
        "/api/v1/repositories?limit=2"
      })
  void shouldWalkAListExactlyOnce(String list) {
    List<String> items = new ArrayList<>();
    JsonNode page = get(list);
    long total = page.path("total").asLong();
    page.path("items").forEach(item -> items.add(item.path("links").toString() + item));
    while (!page.path("nextPageToken").isNull()) {
      page = get(page.path("links").path("next").asText());
      page.path("items").forEach(item -> items.add(item.path("links").toString() + item));
    }

    assertThat(total).isGreaterThan(2);
    assertThat(items).hasSize(Math.toIntExact(total)).doesNotHaveDuplicates();
  }

  @Test
  void shouldGiveAListAsATable() {
    List<String> rows = csv("/api/v1/versions.csv?provenance=yes&sort=package");

    assertThat(rows.getFirst())
        .startsWith("package,version,published_at,evidence,evidence_reason,slsa_build_level,")
        .endsWith(",publisher,trusted_publisher,removed_at");
    assertThat(rows)
        .hasSize(1 + get("/api/v1/versions?provenance=yes").path("total").asInt())
        .anyMatch(row -> row.startsWith("nuxt,4.1.2,2025-09-"))
        .allSatisfy(row -> assertThat(row.chars().filter(c -> c == ',')).hasSize(18));
    assertThat(csv("/api/v1/repositories.csv?q=sigstore-js&sort=name"))
        .contains("repository,packages,versions,workflows,last_built_at")
        .anyMatch(row -> row.startsWith("https://github.com/sigstore/sigstore-js,"));
    assertThat(csv("/api/v1/packages.csv"))
        .hasSize(1 + get("/api/v1/packages").path("total").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "versions?evidence=nonsense",
        "versions?to=2025-13-01",
        "versions.csv?log-index=a",
        "packages?status=%00",
        "packages?sort=random",
        "repositories.csv?sort=random",
        "packages.csv?level=l9"
      })
  void shouldSayWhatAListCanBeNarrowedTo(String list) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/" + list)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:whence:problem:illegal-parameter"))
        .body("detail", containsString("Write "));
  }

  private static List<String> csv(String path) {
    return given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .extract()
        .asString()
        .lines()
        .toList();
  }

  @Test
  void shouldAnswerNotModifiedToThoseWhoHaveIt() {
    String path = "/api/v1/packages/sigstore/versions/2.3.1";
    String etag =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .header("Cache-Control", "public, max-age=300")
            .header("Vary", containsString("Accept"))
            .extract()
            .header("ETag");

    given().header("If-None-Match", etag).get(path).then().statusCode(304).header("ETag", etag);
    given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%25", "%5C", "%27", "%27%20OR%201%3D1--", "%22", "%F0%9F%90%98"})
  void shouldLookForMetacharactersLiterally(String q) {
    JsonNode found = get("/api/v1/search?q=" + q);

    assertThat(found.path("total").asLong()).isZero();
    assertThat(get("/api/v1/repositories?q=" + q).path("total").asLong()).isZero();
  }

  @Test
  void shouldShowWhatARepositoryAndItsWorkflowBuilt() {
    JsonNode repository = get("/api/v1/repositories/github.com/SIGSTORE/sigstore-js");

    assertThat(repository.path("repository").path("url").asText())
        .isEqualToIgnoringCase("https://github.com/sigstore/sigstore-js");
    assertThat(repository.path("packages").findValuesAsText("name"))
        .contains("sigstore", "@sigstore/verify");
    JsonNode workflow =
        get(repository.path("workflows").path(0).path("links").path("self").asText());
    assertThat(workflow.path("versions").path("total").asLong()).isPositive();
  }

  private static String versionPath(Map<String, String> row) {
    return "/api/v1/packages/" + column(row, "package") + "/versions/" + column(row, "version");
  }

  private static String column(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static JsonNode get(String path) {
    String body =
        given()
            .urlEncodingEnabled(false)
            .get(path)
            .then()
            .statusCode(200)
            .contentType("application/json")
            .extract()
            .asString();
    try {
      return new ObjectMapper().readTree(body);
    } catch (java.io.IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
