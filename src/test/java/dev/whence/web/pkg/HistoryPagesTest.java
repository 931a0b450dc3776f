package dev.whence.web.pkg;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.testing.ChangedPackage;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryPagesTest {

  private static final String HISTORY = "/package/" + ChangedPackage.NAME + "/history";

  @Inject CrawlWriter writer;

  @BeforeEach
  void store() {
    ChangedPackage.store(writer);
  }

  @Test
  void shouldSayEachChangeInASentence() {
    assertThat(text(HISTORY))
        .contains(
            "9 edits since 1 Mar 2026. An edit changes a version or a tag that we had seen before.")
        .contains("1.1.0 was removed: npm no longer has it.")
        .contains("Dist-tag next was removed. It pointed at 1.1.0.")
        .contains("1.2.0 was deprecated: “use &lt;b&gt;other&lt;/b&gt;”")
        .contains("The publisher of 1.2.0 is now eve. Before, it was octocat.")
        .contains("The trusted publisher of 1.2.0 is now gitlab. Before, it was nobody.")
        .contains("another file The integrity of 1.2.0 is now sha512-AgICAgICAgIC…AgICAg==")
        .contains("The shasum of 1.2.0 is now 020202020202…02020202")
        .contains("The attestations of 1.0.0 are no longer listed by npm.");
    assertThat(html(HISTORY))
        .contains("<time datetime=\"2026-03-01T16:00:00Z\">1 Mar 2026, 16:00 UTC</time>")
        .contains("href=\"/package/changed-package/v/1.1.0\"");
  }

  @Test
  void shouldShowTheLastOfThemOnThePackagesPage() {
    String page = html("/package/" + ChangedPackage.NAME);

    assertThat(page).contains("The last of <a href=\"" + HISTORY + "\">9 edits</a>");
    assertThat(page.split("data-label=\"Edit\"", -1)).hasSize(6);
    assertThat(page).contains("another file").doesNotContain("Dist-tag <code>");
  }

  @Test
  void shouldLeadThroughALongHistory() {
    Crawls crawl = Crawls.of("often-changed");
    for (int i = 0; i < 62; i++) {
      writer.store(crawl.at(Crawls.FIRST.plusSeconds(i)).version("1." + i + ".0").build());
    }

    assertThat(html("/package/often-changed/history")).contains("rel=\"next\"");
    assertThat(text("/package/often-changed/history?page=2"))
        .contains("51 to 61 of 61")
        .contains("Dist-tag latest moved from 1.0.0 to 1.1.0.");
  }

  @Test
  void shouldSayThatAPackageWasTakenDown() {
    String name = ChangedPackage.TAKEN_DOWN;

    assertThat(text("/package/" + name))
        .contains("names npm's repository npm/security-holder. It was published 30 Jan 2026")
        .contains("0.0.1-security became the latest version on 30 Jan 2026");
    assertThat(text("/package/" + name + "/history")).contains("1 edit since");
    assertThat(text("/package/@taken-down%2Fhistory/history")).contains("1 edit since");
    assertThat(text("/search?q=" + name)).contains("taken down by npm");
    assertThat(text("/packages?q=" + name)).contains("taken down by npm");
    assertThat(text("/search?q=" + ChangedPackage.NAME)).doesNotContain("taken down");
  }

  @Test
  void shouldAnswerTheSameAsJson() {
    String path = "/api/v1/packages/" + ChangedPackage.NAME + "/history?limit=100";
    List<String> kinds = given().get(path).jsonPath().getList("items.kind");

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "version-removed",
            "dist-tag-removed",
            "deprecated",
            "publisher-changed",
            "trusted-publisher-changed",
            "trusted-publisher-changed",
            "integrity-changed",
            "shasum-changed",
            "attestations-not-advertised");
    assertThat(given().get(path).jsonPath().getList("items.noticedAt"))
        .containsOnly("2026-03-01T16:00:00Z");
    String takenDown = "/api/v1/packages/" + ChangedPackage.TAKEN_DOWN;
    assertThat(given().get(takenDown).jsonPath().getBoolean("takenDown")).isTrue();
    assertThat(given().get(takenDown + "/history").jsonPath().getString("items[0].happenedAt"))
        .startsWith("2026-01-30T");
  }

  @Test
  void shouldSayWhatIsUnknown() {
    assertThat(given().get("/package/whence-unknown/history").statusCode()).isEqualTo(404);
    assertThat(given().get("/package/node_modules/history").statusCode()).isEqualTo(404);
  }

  private static String html(String path) {
    return new String(
        given().urlEncodingEnabled(false).get(path).asByteArray(), StandardCharsets.UTF_8);
  }

  /** What a reader sees: tags left out, white space as a browser shows it. */
  private static String text(String path) {
    return html(path).replaceAll("<[^>]*>", "").replace("&#39;", "'").replaceAll("\\s+", " ");
  }
}
