package dev.whence.web.list;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a verified provenance proves what it says; lists call the rest a claim. */
@QuarkusTest
class ListPagesTest {

  private static final SourceRepository NAMED =
      SourceRepository.named("github.com", "bright", "petal");

  @Inject CrawlWriter writer;

  @BeforeEach
  void store() {
    writer.store(
        Crawls.of("falsely-named")
            .builtFrom(NAMED)
            .attested("1.0.0")
            .outcome(Verdict.Outcome.REJECTED)
            .attested("1.1.0")
            .build());
  }

  private static String main(String path) {
    String html = given().get(path).then().statusCode(200).extract().asString();
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
  }

  private static String text(String path) {
    return main(path).replace("<wbr>", "").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void shouldCallWhatARejectedProvenanceSaysAClaim() {
    String rejected = "/versions?package=falsely-named&evidence=rejected";

    assertThat(text(rejected)).contains("claims GitHub Actions claims bright/petal claims ddddddd");
    assertThat(main(rejected)).doesNotContain("href=\"/repository/github.com/bright/petal\"");
    assertThat(text("/packages?q=falsely-named")).contains("claims GitHub Actions");
  }

  @Test
  void shouldShowWhatAVerifiedProvenanceProvesAsFact() {
    String verified = "/versions?package=falsely-named&evidence=verified";

    assertThat(text(verified)).contains("bright/petal").doesNotContain("claims");
    assertThat(main(verified)).contains("href=\"/repository/github.com/bright/petal\"");
  }

  @Test
  void shouldTellTheTwoMeaningsOfRemovedApart() {
    assertThat(text("/versions?removed=yes&evidence=removed"))
        .contains("provenance: removed · removed from npm")
        .contains(" Removed from npm any yes no ");
  }

  @Test
  void shouldSayThatVersionsWithoutLevelNeedNotHaveProvenance() {
    assertThat(text("/versions?level=none")).contains("no SLSA level proven (any version)");
  }

  @Test
  void shouldNameBranchesInTheSameWordsEverywhere() {
    assertThat(text("/repository/github.com/bright/petal/workflow/" + Attestations.WORKFLOW))
        .contains("Branch or tag")
        .contains("branch main")
        .doesNotContain("refs/heads");
  }

  @Test
  void shouldSayBothOfTwo() {
    writer.store(
        Crawls.of("built-twice")
            .builtFrom(SourceRepository.named("github.com", "bright", "twice"))
            .attested("1.0.0")
            .attested("1.1.0")
            .build());

    assertThat(text("/repository/github.com/bright/twice"))
        .contains("2 versions of 1 package were built here, by 1 workflow . Both are verified.");
  }
}
