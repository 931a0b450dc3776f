package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of recorded packages, as the running application answers. */
@QuarkusTest
class RecordedPagesTest {

  private static final int MAX_PAGE_BYTES = 100_000;

  @SuppressWarnings("NullAway.Init")
  @Inject
  CrawledRecording recording;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @Test
  void shouldSayInOneSentenceWhereAVersionCameFrom() {
    assertThat(text("/package/nuxt/v/4.1.2"))
        .contains(
            "Built from commit 412786a (branch main) of github.com/nuxt/nuxt by the workflow"
                + " release.yml on a GitHub-hosted runner. All 12 checks passed.")
        .contains("This says where the package came from, not that its code is safe.");
  }

  @Test
  void shouldLinkLiterallyToSourceWorkflowRunAndLog() {
    String html = html("/package/nuxt/v/4.1.2");
    String commit = "412786a";

    assertThat(html)
        .containsPattern("href=\"https://github.com/nuxt/nuxt/commit/" + commit + "[0-9a-f]{33}\"")
        .containsPattern(
            "href=\"https://github.com/nuxt/nuxt/blob/"
                + commit
                + "[0-9a-f]{33}/.github/workflows/release.yml\"")
        .contains("href=\"https://github.com/nuxt/nuxt/actions/runs/17686742434/attempts/1\"")
        .contains("href=\"https://search.sigstore.dev/?logIndex=508226558\"");
  }

  @Test
  void shouldTellAdvertisedButNotServedFromNone() {
    assertThat(text("/package/nuxt/v/4.1.1")).contains("answers 404 for it");
    assertThat(text("/package/nuxt/v/1.0.0")).contains("This version has no provenance");
  }

  @Test
  void shouldCountTheVersionsWithAndWithoutProvenance() {
    assertThat(text("/package/nuxt"))
        .contains("1 of its 380 versions has provenance. The first that we know of is 4.1.2,")
        .contains("3 were removed from npm before we could fetch them.")
        .contains("41 have an attestation that npm lists but does not serve.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/versions?sort=package",
        "/package/nuxt",
        "/package/nuxt?show=provenance",
        "/package/nuxt?show=changes&page=9",
        "/package/@sigstore/verify",
        "/package/@sigstore%2Fverify/v/4.1.2",
        "/package/%40laurentsimon%2Fprovenance-npm-test/v/1.0.5",
        "/package/gundam-visor/v/1.0.1",
        "/search?q=sig&evidence=none",
        "/search?q=%27%3BDROP%20TABLE&page=99999",
      })
  void shouldAnswerWithASmallPage(String path) {
    Response response = given().urlEncodingEnabled(false).get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asByteArray().length).isLessThan(MAX_PAGE_BYTES);
    assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=30");
  }

  @Test
  void shouldFindTheExactNameFirst() {
    String html = html("/search?q=sigstore");

    assertThat(html).contains("exact match");
    assertThat(html.indexOf("href=\"/package/sigstore\""))
        .isLessThan(html.indexOf("href=\"/package/@sigstore/verify\""));
    assertThat(html).contains("href=\"/repository/github.com/sigstore/sigstore-js\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "412786a",
        "17686742434",
        "https://github.com/nuxt/nuxt/actions/runs/17686742434/attempts/1",
        "508226558",
        "https://search.sigstore.dev/?logIndex=508226558",
      })
  void shouldFindAVersionByWhatItWasBuiltFromAndBy(String text) {
    String q = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);

    assertThat(html("/search?q=" + q)).contains("href=\"/package/nuxt/v/4.1.2\"");
    assertThat(
            given()
                .urlEncodingEnabled(false)
                .get("/api/v1/search?q=" + q)
                .jsonPath()
                .getList("versions.items.flatten().version"))
        .contains("4.1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nuxt@4.1.2",
        "nuxt 4.1.2",
        "pkg:npm/nuxt@4.1.2",
        "https://www.npmjs.com/package/nuxt/v/4.1.2",
        "https://registry.npmjs.org/nuxt/-/nuxt-4.1.2.tgz",
        "npm i nuxt@4.1.2",
      })
  void shouldLeadToTheVersionThatOtherToolsName(String text) {
    String q = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);

    given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get("/search?q=" + q)
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/package/nuxt/v/4.1.2"));
    assertThat(
            given()
                .urlEncodingEnabled(false)
                .get("/api/v1/search?q=" + q)
                .jsonPath()
                .getString("items[0].name"))
        .isEqualTo("nuxt");
  }

  @Test
  void shouldSayNothingFalseOfWhatItCannotFind() {
    assertThat(html("/search?q=nuxt@latest"))
        .contains("This catalog has no version “latest” of <a href=\"/package/nuxt\">nuxt</a>.");
    assertThat(html("/packages?q=nuxt@latest")).contains("href=\"/package/nuxt\"");
    assertThat(html("/search?q=no-such-package"))
        .contains("href=\"https://www.npmjs.com/package/no-such-package\"")
        .contains("<code>./whence up --packages no-such-package</code>");
    assertThat(html("/search?q=no-such-package@1.0.0"))
        .contains("“no-such-package” is not in this catalog. It may exist on npm.");
    assertThat(html("/search?q=what%20is%20this%3F"))
        .contains("We could not read “what is this?” as a package name. You may paste: a name,");
    assertThat(html("/search?q=https://github.com/nobody/nothing"))
        .contains("Nothing in this catalog was built from")
        .doesNotContain("not a possible one");
    assertThat(html("/search?q=https://github.com/nuxt/nuxt")).doesNotContain("0 packages");
  }

  @Test
  void shouldSayWhatALongListEndsWith() {
    assertThat(html("/versions?page=9999"))
        .contains("The list ends before this page. <a href=\"/versions\">Its first page</a>");
    assertThat(html("/packages?q=no-such-package"))
        .contains("<a href=\"/packages\">All packages</a>");
  }

  @Test
  void shouldSayInWordsWhatAListIsNarrowedTo() {
    assertThat(
            text(
                "/versions?workflow=github.com/nuxt/nuxt/-/.github/workflows/release.yml"
                    + "&from=2025-09-12&to=2025-09-12"))
        .contains("1 version · workflow release.yml of nuxt/nuxt · published on 12 Sep 2025 (UTC)")
        .contains("2 filters set")
        .contains("12 Sep 2025 21:47 UTC");
    assertThat(text("/versions?provenance=yes")).contains("versions with provenance (");
    assertThat(text("/versions?package=gundam-visor")).contains("date not known");
  }

  @Test
  void shouldServeTheStoredResponseByteForByte() {
    String path = "/package/nuxt/v/4.1.2/attestations.json";
    Response response = given().get(path);

    assertThat(response.asByteArray()).isEqualTo(Recording.bytes("attestations/nuxt@4.1.2.json"));
    assertThat(response.header("Content-Disposition")).startsWith("attachment");
    assertThat(given().header("If-None-Match", response.header("ETag")).get(path).statusCode())
        .isEqualTo(304);
  }

  @Test
  void shouldSayWhatToDoAboutAnUnknownPackage() {
    assertThat(given().get("/package/whence-unknown").statusCode()).isEqualTo(404);
    assertThat(text("/package/whence-unknown")).contains("./whence up --packages whence-unknown");
    assertThat(text("/package/node_modules")).contains("“node_modules” is not a package name.");
    assertThat(text("/package/nuxt/v/99.0.0")).contains("We know no version “99.0.0” of nuxt.");
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
