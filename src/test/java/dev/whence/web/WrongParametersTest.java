package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.filter.FilterField;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address with something that cannot be used is answered with a reason, never with more. */
@QuarkusTest
class WrongParametersTest {

  /** No value of any field, though a text of some. */
  private static final String NONSENSE = "%02";

  /** Every parameter of every page and, where the API has the same list, of that. */
  static Stream<String> everyParameter() {
    List<String> addresses = new ArrayList<>();
    for (String api : List.of("", "/api/v1")) {
      addAll(addresses, api + "/versions", VersionField.values());
      addAll(addresses, api + "/packages", PackageField.values());
      addresses.add(api + "/versions?sort=");
      addresses.add(api + "/packages?sort=");
      addresses.add(api + "/repositories?q=");
      addresses.add(api + "/repositories?sort=");
      addresses.add(api + "/search?q=");
      addresses.add(api + "/search?evidence=");
      addresses.add(api + "/adoption?step=");
    }
    addAll(addresses, "/api/v1/versions.csv", VersionField.values());
    addAll(addresses, "/api/v1/packages.csv", PackageField.values());
    addresses.addAll(
        List.of(
            "/api/v1/repositories.csv?sort=",
            "/api/v1/adoption.csv?step=",
            "/api/v1/versions?limit=",
            "/api/v1/packages?pageToken=",
            "/versions?page=",
            "/packages?page=",
            "/search?page=",
            "/repositories?page=",
            "/repository/github.com/a/b?page=",
            "/repository/github.com/a/b/workflow/c?page=",
            "/repository-id/github.com/1/workflow/c?page=",
            "/package/nuxt?show=",
            "/package/nuxt?page=",
            "/package/nuxt/history?page=",
            "/status?page=",
            "/adoption?from=",
            "/adoption?months=",
            "/adoption?to="));
    return addresses.stream();
  }

  private static void addAll(List<String> addresses, String list, FilterField[] fields) {
    Arrays.stream(fields).forEach(field -> addresses.add(list + "?" + field.slug() + "="));
  }

  @ParameterizedTest
  @MethodSource("everyParameter")
  void shouldRefuseAValueThatIsNone(String address) {
    Response response = get(address + NONSENSE);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(body(response))
        .containsAnyOf("Write ", "There is no parameter")
        .doesNotContain("Mend", "It is a ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/versions",
        "/packages",
        "/repositories",
        "/search",
        "/adoption",
        "/status",
        "/package/nuxt",
        "/package/nuxt/history",
        "/repository/github.com/a/b",
        "/api/v1/versions",
        "/api/v1/packages.csv",
        "/api/v1/repositories",
        "/api/v1/search",
        "/api/v1/adoption"
      })
  void shouldRefuseANameThatIsMistyped(String path) {
    Response response = get(path + "?comit=412786a");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(body(response)).contains("There is no parameter “comit”.");
  }

  @Test
  void shouldKeepTheFormWithTheReasonBesideItsField() {
    String html =
        body(get("/versions?package=nuxt&from=notadate&evidence=verified&commit=412786a"));

    assertThat(html)
        .contains("<details class=\"filters\" open>")
        .containsPattern("name=\"package\" type=\"search\" value=\"nuxt\"")
        .containsPattern("name=\"from\" type=\"text\" value=\"notadate\"[^>]*aria-invalid")
        .containsPattern(
            "id=\"e-from\">[^<]*<svg.*?</svg>\\s*from: “notadate” is not a day. Write a day such as 2025-09-30")
        .contains("<option value=\"verified\" selected>")
        .contains("<input type=\"hidden\" name=\"commit\" value=\"412786a\">")
        .contains("href=\"/versions\">the page without parameters</a>");
  }

  @Test
  void shouldShowAFieldForWhatTheFormHasNone() {
    assertThat(body(get("/versions?commit=zz")))
        .containsPattern("name=\"commit\" type=\"text\" value=\"zz\"[^>]*aria-invalid");
  }

  @Test
  void shouldSayThatARangeIsUpsideDown() {
    String sentence =
        "from: “2026-08-11” is after “to”, which is 2026-08-10. Write an earlier day.";
    String range = "?from=2026-08-11&to=2026-08-10";

    assertThat(body(get("/versions" + range))).contains(sentence);
    assertThat(body(get("/packages" + range))).contains(sentence);
    assertThat(get("/api/v1/versions" + range).jsonPath().getString("detail")).isEqualTo(sentence);
    assertThat(get("/api/v1/versions.csv" + range).statusCode()).isEqualTo(400);
  }

  private static Response get(String address) {
    return given().urlEncodingEnabled(false).redirects().follow(false).get(address);
  }

  private static String body(Response response) {
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }
}
