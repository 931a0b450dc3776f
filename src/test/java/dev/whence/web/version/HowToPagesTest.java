package dev.whence.web.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawledElsewhere;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader is told to compare only what the page shows. */
@QuarkusTest
class HowToPagesTest {

  @Inject CrawlWriter writer;

  @BeforeEach
  void crawl() {
    new CrawledElsewhere(writer)
        .reports(
            List.of(
                "bh17-none", "bh17-sha1", "bh17-sha384", "bh17-sha1-sha512", "bh17-sha512-twice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bh17-none", "bh17-sha1", "bh17-sha384"})
  void shouldNotSendReadersToADigestThatIsNotThere(String name) {
    assertThat(page(name))
        .contains("npm pack " + name + "@1.0.0")
        .doesNotContain("Its sha512 in base64")
        .doesNotContain("--integrity");
  }

  @Test
  void shouldSayOfSeveralDigestsThatOneIsEnough() {
    assertThat(page("bh17-sha1-sha512"))
        .contains("Its sha512 in base64 must equal the one after “sha512-”");
    assertThat(page("bh17-sha512-twice"))
        .contains("Its sha512 in base64 must equal one of those after “sha512-”");
  }

  private static String page(String name) {
    return given().get("/package/" + name + "/v/1.0.0").then().statusCode(200).extract().asString();
  }
}
