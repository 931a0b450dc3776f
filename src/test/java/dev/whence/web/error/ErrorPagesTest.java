package dev.whence.web.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ErrorPagesTest {

  @Test
  void shouldSayThatThereIsNoSuchPage() {
    given()
        .get("/no/such/page")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body("html.body.main.h1", equalTo("No such page"));
  }

  @Test
  void shouldSayThatPagesAreOnlyRead() {
    given()
        .post("/about")
        .then()
        .statusCode(405)
        .contentType("text/html")
        .body("html.body.main.h1", equalTo("This request is not answered"));
  }

  @Test
  void shouldLeadOnFromAPackageThatIsNotHere() {
    given()
        .get("/package/no-such-package-here")
        .then()
        .statusCode(404)
        .body(containsString("“no-such-package-here” is not in this catalog."))
        .body(containsString("href=\"https://www.npmjs.com/package/no-such-package-here\""))
        .body(containsString("<code>./whence up --packages no-such-package-here</code>"))
        .body(containsString("href=\"/api/v1/packages/no-such-package-here\""))
        .body(containsString("id=\"here-q\""));
  }

  @ParameterizedTest
  @CsvSource({
    "/package/windrow@8.2.1, /package/windrow/v/8.2.1, 'windrow, version 8.2.1'",
    "/package/@a/b@1.0.0, /package/@a/b/v/1.0.0, '@a/b, version 1.0.0'",
  })
  void shouldSayWhatIsMeantByANameAndAVersion(String asked, String path, String text) {
    given()
        .urlEncodingEnabled(false)
        .get(asked)
        .then()
        .statusCode(404)
        .body(containsString("is not a package name."))
        .body(containsString("Did you mean <a href=\"" + path + "\">" + text + "</a>?"));
  }

  @Test
  void shouldHaveAnIconWhereBrowsersLookForOne() {
    given().get("/favicon.ico").then().statusCode(200).contentType("image/svg+xml");
  }

  @Test
  void shouldTellRobotsWhatNotToFollow() {
    given().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /search"));
  }
}
