package dev.whence.web.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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
  void shouldTellRobotsWhatNotToFollow() {
    given().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /search"));
  }
}
