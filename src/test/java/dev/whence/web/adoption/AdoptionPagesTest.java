package dev.whence.web.adoption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.CrawledRecording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@QuarkusTest
class AdoptionPagesTest {

  @Inject CrawledRecording recording;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @ParameterizedTest
  @ValueSource(strings = {"versions-by-service", "versions-by-level", "packages-by-service"})
  void shouldGiveEachChartAsAPictureOfItsOwn(String chart) throws Exception {
    byte[] file =
        given()
            .get("/adoption/" + chart + ".svg")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .header("Cache-Control", "public, max-age=30")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .extract()
            .asByteArray();
    Document picture =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(file));

    assertThat(picture.getDocumentElement().getAttribute("xmlns"))
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(picture.getElementsByTagName("rect").getLength()).isGreaterThan(3);
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
        .startsWith(chart.startsWith("versions") ? "Versions with" : "Packages that");
    String text = picture.getDocumentElement().getTextContent();
    assertThat(text).contains("Source: Whence, ");
    // Neither the page's style sheet nor one of its own: the security policy would not apply it.
    assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("class=", "style", "var(");
    assertThat(given().get("/adoption").asString()).contains("/adoption/" + chart + ".svg");
  }

  @Test
  void shouldSayThatThereIsNoSuchChart() {
    given().get("/adoption/no-such-chart.svg").then().statusCode(404);
  }
}
