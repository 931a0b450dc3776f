package dev.whence.web.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a version's page tells beside its own facts: what was said of it before, and its elder. */
@QuarkusTest
class VersionPagesTest {

  private static final SourceRepository TOOLS =
      SourceRepository.named("github.com", "octo", "tools");
  private static final SourceRepository FORK = SourceRepository.named("github.com", "eve", "tools");

  @Inject CrawlWriter writer;

  @Test
  void shouldShowEarlierVerdictsWithWhatTheyRestedOn() {
    writer.store(
        Crawls.of("judged-twice")
            .trust("ab".repeat(32))
            .outcome(Verdict.Outcome.INCONCLUSIVE)
            .attested("1.0.0")
            .build());
    assertThat(text("judged-twice", "1.0.0"))
        .contains("The provenance says this, and we could not make every check:")
        .contains("Nothing is proven about where this version was built.")
        .doesNotContain("Earlier verdicts");

    writer.store(
        Crawls.of("judged-twice")
            .at(Crawls.FIRST.plus(Duration.ofDays(1)))
            .trust("cd".repeat(32))
            .outcome(Verdict.Outcome.VERIFIED)
            .attested("1.0.0")
            .build());

    String page = text("judged-twice", "1.0.0");
    assertThat(page)
        .contains("All 12 checks passed.")
        .doesNotContain("we could not make every check");
    String earlier = page.substring(page.indexOf("Earlier verdicts"));
    assertThat(earlier).contains("inconclusive").contains("11 of 12 passed");
  }

  @Test
  void shouldCompareWithThePreviousVersion() {
    writer.store(
        Crawls.of("moved-away")
            .builtFrom(TOOLS)
            .attested("1.0.0")
            .attested("1.1.0")
            .builtFrom(FORK)
            .attested("1.2.0")
            .version("1.3.0")
            .build());

    assertThat(text("moved-away", "1.0.0")).doesNotContain("Compared with");
    assertThat(text("moved-away", "1.1.0"))
        .contains(
            "Compared with 1.0.0, the newest earlier release of 1.x with provenance. The same: ")
        .doesNotContain("Different from before");
    assertThat(text("moved-away", "1.2.0"))
        .contains(
            "Compared with 1.1.0, the newest earlier release of 1.x with provenance. Different: built from eve/tools,")
        .contains(
            "Different from before New in 1.2.0: built from github.com/eve/tools. The 2 earlier"
                + " versions with provenance came from github.com/octo/tools.");
    assertThat(text("moved-away", "1.3.0"))
        .contains(
            "Compared with 1.2.0, the newest earlier release of 1.x with provenance. Different:")
        .contains("Lost in 1.3.0: provenance. The earlier release 1.2.0 has it. This one has none.")
        .contains("no longer by trusted publishing");
  }

  @Test
  void shouldTakeWhatWasPublishedBeforeForThePreviousOne() {
    writer.store(Crawls.of("grew-up").attested("1.10.0").attested("1.9.0").build());

    assertThat(text("grew-up", "1.9.0")).contains("Compared with 1.10.0");
    assertThat(text("grew-up", "1.10.0")).doesNotContain("Compared with");
  }

  /** What a reader sees: tags left out, white space as a browser shows it. */
  private static String text(String name, String version) {
    return given()
        .get("/package/" + name + "/v/" + version)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ");
  }
}
