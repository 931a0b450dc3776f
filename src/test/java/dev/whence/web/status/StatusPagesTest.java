package dev.whence.web.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.whence.catalog.JobName;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.FreshnessStore;
import dev.whence.catalog.count.TrustGapStore;
import dev.whence.catalog.state.JobStore;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.MissingTrust;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import dev.whence.testing.Recording;
import dev.whence.verify.TrustKeeper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fails and what is lacking is seen: on the status page, in its JSON, on a version's page. */
@QuarkusTest
class StatusPagesTest {

  private static final String NAME = "one-fails";
  private static final String KEY = "SHA256:a-key-that-nobody-told-us-of-so-far-0000000000";

  @Inject FreshnessStore freshness;
  @Inject CrawlWriter writer;
  @Inject JobStore jobs;
  @Inject TrustGapStore gaps;
  @Inject TrustKeeper trust;

  @BeforeEach
  void store() {
    Instant now = Instant.now();
    writer.store(
        Crawls.of(NAME)
            .at(now)
            .attested("1.0.0")
            .tried("1.1.0", Attestations.tried(now))
            .lacking("1.2.0", MissingTrust.of(MissingTrust.Kind.NPM_KEY, KEY))
            .build());
    gaps.count(now);
    freshness.count(Map.of(RefreshTier.HOT, Duration.ofHours(6)), now);
    jobs.add(List.of(JobName.TRUST, JobName.CHANGES, JobName.FRESHNESS), Instant.EPOCH);
    jobs.succeeded(JobName.FRESHNESS, now, now.plus(Duration.ofMinutes(1)));
    jobs.failed(
        JobName.CHANGES,
        "The registry has no changes feed: it answered 404.",
        now,
        now.plus(Duration.ofMinutes(1)));
  }

  @Test
  void shouldShowWhatFailsAndWhatIsLacking() {
    assertThat(text("/status"))
        .contains("Changes feed, and planning of crawls none yet just now failing since")
        .contains(": The registry has no changes feed: it answered 404.")
        .contains("Count of freshness just now just now")
        .contains("We learn its downloads only after the first crawl")
        .containsPattern("6 hours \\(Hot\\)[^:]*( 0 no package|; oldest: )")
        .contains("Refresh of the trust material none yet")
        .contains("npm key " + KEY + " since")
        .contains(
            "one-fails@1.1.0 attestation pending: fetching failed, tried again The registry answered 500. 1 time");
  }

  @Test
  void shouldNotMixVersionsWithTheirAttestations() {
    assertThat(text("/status"))
        .contains("Versions by provenance")
        .contains("Attestations (npm's publish attestations too)")
        .contains("Keys in use")
        .contains("Last checked for new keys");
  }

  /** The folders of a server are nobody else's business. */
  @Test
  void shouldTellNoPathOfTheServer() {
    // What other tests store has paths of its own: the folders that this process uses are meant.
    String[] folders = {
      Recording.root().toAbsolutePath().normalize().toString(),
      Recording.root().toString(),
      Path.of("").toAbsolutePath().toString(),
      System.getProperty("user.home")
    };

    writer.storeSetting(Setting.TRUST_ORIGIN, trust.status().current().origin(), Instant.now());

    assertThat(text("/status")).contains("trusted_root.json").doesNotContain(folders);
    assertThat(given().get("/api/v1/status").asString()).doesNotContain(folders);
  }

  @Test
  void shouldTellTheSameAsJson() {
    given()
        .get("/api/v1/status")
        .then()
        .statusCode(200)
        .body("jobs.name", hasItems("trust", "changes", "freshness"))
        .body("jobs.find { it.name == 'changes' }.failingSince", notNullValue())
        .body(
            "jobs.find { it.name == 'changes' }.reason",
            equalTo("The registry has no changes feed: it answered 404."))
        .body("jobs.find { it.name == 'changes' }.lastSuccessAt", equalTo(null))
        .body("trust.missing.find { it.id == '" + KEY + "' }.kind", equalTo("npm-key"))
        .body("trust.missing.find { it.id == '" + KEY + "' }.versions", equalTo(1));
    given()
        .get("/api/v1/status/failures")
        .then()
        .statusCode(200)
        .body("items.find { it.name == 'one-fails' }.version", equalTo("1.1.0"))
        .body("items.find { it.name == 'one-fails' }.attestationTry.state", equalTo("failing"))
        .body(
            "items.find { it.name == 'one-fails' }.links.html",
            equalTo("/package/one-fails/v/1.1.0"));
  }

  @Test
  void shouldSayOnTheVersionsPageWhyAndWhenItIsAskedForAgain() {
    assertThat(text("/package/one-fails/v/1.1.0"))
        .contains("fetching failed, tried again")
        .contains("We asked npm for its attestation 1 time, last")
        .contains("The registry answered 500. We ask again");
    assertThat(text("/package/one-fails"))
        .contains("We could not fetch the attestations of 1 of the versions");
  }

  private static String text(String path) {
    String html = given().get(path).then().statusCode(200).extract().asString();
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"))
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }
}
