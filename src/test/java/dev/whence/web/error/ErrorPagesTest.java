package dev.whence.web.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ErrorPagesTest {

  @Inject CrawlWriter writer;

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
    "/package/not-here@8.2.1, /package/not-here/v/8.2.1, 'not-here, version 8.2.1'",
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

  private static void leads(String from, String to) {
    given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get(from)
        .then()
        .statusCode(303)
        .header("Location", endsWith(to));
  }

  @Test
  void shouldLeadFromOtherWaysToWriteAVersionToItsPage() {
    writer.store(Crawls.of("nearby").version("1.0.0").build());
    writer.store(Crawls.of("@near/by").version("2.0.0").build());

    leads("/package/nearby@1.0.0", "/package/nearby/v/1.0.0");
    leads("/package/nearby/1.0.0", "/package/nearby/v/1.0.0");
    leads("/package/nearby/v/latest", "/package/nearby/v/1.0.0");
    leads("/package/@near/by/2.0.0", "/package/@near/by/v/2.0.0");
    given().get("/package/@near/by").then().statusCode(200);
    given().get("/package/nearby/9.0.0").then().statusCode(404);
  }

  @Test
  void shouldAskForAPackageWithAlmostTheName() {
    writer.store(Crawls.of("nearby").version("1.0.0").build());
    String question = "Did you mean <a href=\"/package/nearby\">nearby</a>?";

    for (String typed : List.of("neraby", "nearb", "nesrby", "NearBy", "nearbyx", "nearbyy")) {
      given().get("/package/" + typed).then().statusCode(404).body(containsString(question));
    }
    given().get("/search?q=neraby").then().statusCode(200).body(containsString(question));
    given().get("/search?q=nearb").then().body(not(containsString("Did you mean")));
  }

  @Test
  void shouldNotOfferToAddAVersion() {
    writer.store(Crawls.of("nearby").version("1.0.0").build());

    given()
        .get("/package/nearby/v/99.0.0")
        .then()
        .statusCode(404)
        .body(containsString("We know no version “99.0.0” of nearby."))
        .body(not(containsString("whence up")));
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
