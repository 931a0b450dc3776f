package dev.whence.web.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawledElsewhere;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provenance claims that is not verified is shown as a claim, and nowhere as a fact. */
@QuarkusTest
class ClaimedPagesTest {

  private static final String FALSEPETAL = "/package/falsepetal/v/0.1.0";
  private static final String LANTERNFISH = "/package/lanternfish/v/1.2.0";

  private static boolean isCrawled;

  @Inject CrawlWriter writer;

  @TempDir static Path folder;

  @BeforeEach
  void crawl() throws IOException {
    if (!isCrawled) {
      new CrawledElsewhere(writer).stories(folder, List.of("lanternfish", "falsepetal"));
      isCrawled = true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FALSEPETAL, LANTERNFISH})
  void shouldCallTheSourceOfARejectedProvenanceAClaim(String path) {
    assertThat(text(path))
        .contains("Source (claimed, rejected)")
        .contains("Build (claimed, rejected)")
        .contains("(the claim names the same repository)")
        .contains("(the claim names the same commit)")
        .doesNotContain("matches");
    assertThat(sourceAndBuild(path)).doesNotContain("tone-good");
  }

  @Test
  void shouldCallItAClaimOnThePageOfThePackageToo() {
    assertThat(text("/package/falsepetal"))
        .contains("Source of the latest version (claimed, rejected)")
        .contains("claims brightwater/petal")
        .contains("published by petra-lowe")
        .contains("The provenance was rejected. It proves nothing.")
        .contains("(the claim names the same repository)")
        .doesNotContain("matches");
  }

  @ParameterizedTest
  @ValueSource(strings = {FALSEPETAL, LANTERNFISH})
  void shouldNotStateASignatureThatWasRejected(String path) {
    assertThat(text(path))
        .contains("The certificate names ")
        .contains("This provenance was rejected. So the checks that passed prove no origin")
        .contains("issuer (claimed)")
        .contains("log entry (claimed)")
        .contains("the statement names the digest that npm states; the statement was rejected")
        .doesNotContain("signed how this was built")
        .doesNotContain("confirmed by");
  }

  @Test
  void shouldCountARejectedProvenanceAmongThoseThatThePackageHas() {
    assertThat(text("/package/lanternfish"))
        .contains("All 3 versions have provenance.")
        .contains("The provenance of 1 version was rejected. It proves nothing.");
  }

  @Test
  void shouldStateTheSameOfAVerifiedOne() {
    assertThat(text("/package/lanternfish/v/1.1.0"))
        .contains("matches")
        .contains("the same commit")
        .contains("GitHub Actions signed how this was built, as")
        .contains("identity confirmed by GitHub Actions (OIDC issuer")
        .contains("the signed digest is the one that npm states")
        .contains("The digest that npm states for the file (dist.integrity) is the signed one.")
        .contains("No difference from 1.0.0 in what we compare.")
        .doesNotContain("claimed");
  }

  private static String sourceAndBuild(String path) {
    String html = html(path);
    return html.substring(html.indexOf("<div class=\"cards"), html.indexOf("Integrity</h2>"));
  }

  private static String html(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  /** What a reader sees. */
  private static String text(String path) {
    String html = html(path);
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"))
        .replaceAll("<title>[^<]*</title>", "")
        .replaceAll("<pre[^>]*>[^<]*</pre>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .replace(" ,", ",")
        .replace(" .", ".");
  }
}
