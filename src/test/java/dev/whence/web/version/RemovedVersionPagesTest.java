package dev.whence.web.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.SourceRepository;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version that was removed before it was looked at: each place says so, and none says more. */
@QuarkusTest
class RemovedVersionPagesTest {

  private static final String PACKAGE = "/package/removed-early";

  private static final SourceRepository OWN =
      SourceRepository.named("github.com", "early", "removed");

  @Inject CrawlWriter writer;

  @BeforeEach
  void store() {
    Crawls crawl =
        Crawls.of("removed-early")
            .attested("1.14.0")
            .advertised("1.14.2")
            .removed("1.14.1", Crawls.FIRST.minus(Duration.ofDays(8)))
            .tag("latest", "1.14.0");
    writer.store(crawl.build());
    writer.store(
        Crawls.of("removed-early").at(Crawls.FIRST.plusSeconds(60)).attested("1.14.0").build());
  }

  private static String text(String path) {
    String html = given().get(path).then().statusCode(200).extract().asString();
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"))
        .replace("<wbr>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void shouldSayWhatIsKnownOfAVersionThatWasNeverSeen() {
    assertThat(text(PACKAGE + "/v/1.14.1"))
        .contains(
            "This version was removed from npm before we saw it. We cannot say where it was built.")
        .contains("It was published 21 Feb 2026, 10:00 UTC")
        .contains("We noticed 1 Mar 2026, 10:00 UTC")
        .contains("Provenance: 1.14.0 has it. We do not know whether 1.14.1 had it.")
        .contains("Cannot compare: 1.14.1 was removed before we could fetch it.")
        .contains("package.json says not known")
        .contains("Published by not known")
        .doesNotContain("it was removed from npm before we could fetch it")
        .doesNotContain("Integrity")
        .doesNotContain("Raw data")
        .doesNotContain("not looked at yet")
        .doesNotContain("our progress")
        .doesNotContain("no repository")
        .doesNotContain("No signed record says")
        .doesNotContain("npm pack");
  }

  @Test
  void shouldKeepTheFactsOfAVersionWhoseAttestationWasNotFetchedInTime() {
    assertThat(text(PACKAGE + "/v/1.14.2"))
        .contains("This version was removed from npm before we could fetch its attestation.")
        .contains("What we knew of it stays here.")
        .contains("github.com/octo/tools")
        .contains("sha512-")
        .doesNotContain("our progress")
        .doesNotContain("npm pack");
  }

  @Test
  void shouldShowItOnThePageOfItsPackage() {
    assertThat(text(PACKAGE))
        .contains("2 were removed from npm before we could fetch them.")
        .contains("× removed 2")
        .contains("× removed 1")
        .doesNotContain("not looked at yet")
        .doesNotContain("unpublished 1");
  }

  @Test
  void shouldSayOnThePackagesPageThatTheNewestPublicationsAreGone() {
    writer.store(
        Crawls.of("newest-gone")
            .attested("1.14.0")
            .removed("1.14.1", Crawls.FIRST.minus(Duration.ofDays(2)))
            .removed("0.30.4", Crawls.FIRST.minus(Duration.ofDays(3)))
            .tag("latest", "1.14.0")
            .build());
    assertThat(text("/package/newest-gone"))
        .contains(
            "The newest publications, 1.14.1 and 0.30.4 , were removed from npm before we could"
                + " fetch them.");
  }

  @Test
  void shouldNotCallAnOldRemovalTheNewestPublication() {
    writer.store(
        Crawls.of("old-gone")
            .attested("1.14.0")
            .removed("1.13.0", Crawls.FIRST.minus(Duration.ofDays(300)))
            .tag("latest", "1.14.0")
            .build());
    assertThat(text("/package/old-gone")).doesNotContain("newest publication");
  }

  @Test
  void shouldBeFoundByItsStateAndBeMarkedInLists() {
    assertThat(text("/versions?package=removed-early&evidence=removed"))
        .contains("2 versions")
        .contains("removed-early @1.14.1 removed");
    assertThat(text("/versions?package=removed-early&removed=yes")).contains("2 versions");
    given()
        .get("/api/v1/versions.csv?package=removed-early&removed=yes")
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.containsString(",removed,"));
  }

  /** Nothing proves their repository, so they are in none of its lists. */
  @Test
  void shouldBeToldWhereItsRepositoryIsShown() {
    String note =
        "2 versions of its packages were removed from npm before we could fetch them."
            + " We cannot say whether they were built here: built-here 1.14.1 , 1.13.9 .";
    writer.store(
        Crawls.of("built-here")
            .builtFrom(OWN)
            .attested("1.14.0")
            .removed("1.14.1", Crawls.FIRST.minus(Duration.ofDays(8)))
            .removed("1.13.9", Crawls.FIRST.minus(Duration.ofDays(9)))
            .tag("latest", "1.14.0")
            .build());

    assertThat(text("/repository/github.com/early/removed")).contains(note);
    assertThat(text("/repository/github.com/early/removed/workflow/" + Attestations.WORKFLOW))
        .contains(note);
    assertThat(text("/versions?repository=github.com/early/removed&removed=yes"))
        .contains("0 versions")
        .contains(note);
    assertThat(text("/versions?repository=github.com/early/removed&evidence=verified"))
        .doesNotContain("of its packages");
    assertThat(text("/versions?repository=github.com/early/removed&from=2026-02-21&to=2026-02-21"))
        .contains(
            "1 version of its packages was removed from npm before we could fetch it. We"
                + " cannot say whether it was built here: built-here 1.14.1 .");
    assertThat(
            given()
                .get("/api/v1/repositories/github.com/early/removed")
                .jsonPath()
                .getLong("removedUnfetched"))
        .isEqualTo(2);
  }

  @Test
  void shouldHaveNullForWhatIsNotKnownInJson() {
    var json = given().get("/api/v1/packages/removed-early/versions/1.14.1").jsonPath();

    assertThat(json.getString("evidence")).isEqualTo("removed");
    assertThat(json.getString("removedAt")).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(json.<Object>get("hasInstallScript")).isNull();
    assertThat(json.<Object>get("declared.repositoryUrl")).isNull();
  }
}
