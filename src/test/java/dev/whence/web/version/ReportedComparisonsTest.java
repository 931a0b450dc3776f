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

/** Comparisons that public bug reports found wrong elsewhere, on list, page and JSON alike. */
@QuarkusTest
class ReportedComparisonsTest {

  @Inject CrawlWriter writer;

  @BeforeEach
  void crawl() {
    new CrawledElsewhere(writer).reports(List.of("bh41-rename", "bh45-pre", "bh45-backport"));
  }

  @Test
  void shouldNotMeasureAReleaseByItsPrerelease() {
    assertThat(text("/package/bh45-pre")).doesNotContain("no longer with provenance");
    assertThat(text("/package/bh45-pre/v/1.1.0"))
        .contains("Compared with 1.0.0, an earlier release of 1.x.")
        .doesNotContain("Different from before");
    assertThat(comparedWith("bh45-pre", "1.1.0")).isEqualTo("1.0.0");
  }

  @Test
  void shouldNotMeasureABackportByAnotherLine() {
    assertThat(text("/package/bh45-backport")).doesNotContain("no longer with provenance");
    assertThat(text("/package/bh45-backport/v/6.3.1"))
        .contains("Compared with 6.3.0, an earlier release of 6.x.")
        .contains("Other versions of this package have provenance. This one has none.")
        .doesNotContain("Different from before");
    assertThat(comparedWith("bh45-backport", "6.3.1")).isEqualTo("6.3.0");
  }

  @Test
  void shouldTellARenameFromAStolenName() {
    assertThat(text("/package/bh41-rename"))
        .contains("repository renamed to bh-new/bh-repo, before: ")
        .contains("another repository of the same name");
    assertThat(text("/package/bh41-rename/v/1.1.0"))
        .contains("the repository was renamed from ")
        .contains("Its id is the same.");
    assertThat(text("/package/bh41-rename/v/1.2.0"))
        .contains("another repository of the same name")
        .contains("built from github.com/bh-new/bh-repo (id 9999).")
        .contains("came from github.com/bh-new/bh-repo (id 1101).");
    assertThat(text("/package/bh41-rename/v/1.5.0")).contains("workflow publish.yml, before: ");
  }

  private static String comparedWith(String name, String version) {
    return given()
        .get("/api/v1/packages/" + name + "/versions/" + version)
        .jsonPath()
        .getString("comparedWith.version");
  }

  /** What a reader sees: tags left out, white space as a browser shows it. */
  private static String text(String path) {
    return given()
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ");
  }
}
