package dev.whence.web.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReferencePagesTest {

  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");

  @Test
  void shouldHaveAnExampleToRunForEachPath() {
    Map<String, Object> paths = given().get("/api/v1/openapi.json").jsonPath().getMap("paths");
    String html = html();

    assertThat(paths.keySet())
        .isNotEmpty()
        .allSatisfy(
            path ->
                assertThat(html)
                    .contains("<code>GET " + path + "</code>")
                    .containsPattern(
                        "curl \"\\$WHENCE"
                            + path.replaceAll("\\{\\w+\\}", "[^{}]+").replace(".csv", "\\.csv")
                            + "[^{}\"]*\""));
  }

  @ParameterizedTest
  @CsvSource({
    "whence.example:8191, http://whence.example:8191",
    "127.0.0.1:81, http://127.0.0.1:81",
    "[::1]:8080, http://[::1]:8080",
    "a$(id), http://localhost:8080",
    "a;id:80, http://localhost:8080",
  })
  void shouldUseTheAddressOfTheRequestInExamples(String host, String address) {
    String html = given().header("Host", host).get("/api").then().extract().asString();

    assertThat(html).contains("export WHENCE=" + address + "</code>");
  }

  @Test
  void shouldPutNothingButAnAddressIntoAShell() {
    assertThat(ServerAddress.of(URI.create("https://whence.example/")))
        .isEqualTo("https://whence.example");
    assertThat(ServerAddress.of(URI.create("http://a@b/"))).isEqualTo("http://localhost:8080");
    assertThat(ServerAddress.of(URI.create("http://a&b/"))).isEqualTo("http://localhost:8080");
  }

  @Test
  void shouldLeadFromItsContentsToEveryPart() {
    String html = html();

    assertThat(ANCHOR.matcher(html).results().map(MatchResult::group).toList())
        .hasSizeGreaterThan(50);
    assertThat(ANCHOR.matcher(html).results().map(anchor -> anchor.group(1)))
        .allSatisfy(anchor -> assertThat(html).contains("id=\"" + anchor + "\""));
  }

  @Test
  void shouldSayWhatAValueCanBe() {
    assertThat(text())
        .contains("step day or month (default month). The length of a period.")
        .contains("limit integer from 1 to 100 (default 50).")
        .contains("points list of AdoptionPoint.")
        .contains("It takes the parameters of /api/v1/packages.");
  }

  @Test
  void shouldBringWhoeverTypesTheBeginningOfAPathToTheListOfPaths() {
    given()
        .redirects()
        .follow(false)
        .get("/api/v1")
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/api"));
  }

  private static String html() {
    String html = given().get("/api").then().statusCode(200).extract().asString();
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
  }

  private static String text() {
    return html()
        .replaceAll("</?(?:code|a)\\b[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }
}
