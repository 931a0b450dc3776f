package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.export.Dataset;
import dev.whence.export.ExportException;
import dev.whence.export.ExportFolder;
import dev.whence.export.Exporter;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is told of a registry that passes no provenance on. */
@QuarkusTest
@TestProfile(SilentRegistryPagesTest.OwnCatalog.class)
class SilentRegistryPagesTest {

  /** A start of its own: other tests' registry passes everything on. */
  public static final class OwnCatalog implements QuarkusTestProfile {}

  private static final List<String> NAMES = List.of("jose", "js-cookie", "pacote", "swr", "vue");

  @Inject CrawlWriter writer;
  @Inject Exporter exporter;
  @TempDir Path folder;

  @BeforeEach
  void crawl() {
    for (String name : NAMES) {
      writer.store(
          Crawls.of(name)
              .version(new Facts("1.0.0").declaring("github:owner/" + name))
              .version(new Facts("1.1.0").declaring("github:owner/" + name))
              .version(new Facts("2.0.0").declaring("github:owner/" + name))
              .removed("0.9.0", Crawls.FIRST.minus(Duration.ofDays(90)))
              .build());
    }
  }

  private static String text(String path) {
    String html = given().get(path).then().extract().asString();
    return html.substring(html.indexOf("<body"))
        .replace("<wbr>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/package/jose",
        "/package/jose/v/2.0.0",
        "/versions",
        "/adoption",
        "/status",
        "/search?q=jose",
        "/no/such/page"
      })
  void shouldSayItOnEveryPage(String path) {
    assertThat(text(path))
        .contains(
            "This registry does not pass on provenance, so we cannot know where its packages were"
                + " built.")
        .doesNotContain("no provenance:")
        .doesNotContain("has no provenance");
  }

  @Test
  void shouldSayWhatItMeansForAPackageAndItsVersions() {
    assertThat(text("/package/jose"))
        .contains(
            "The latest version, 2.0.0 , comes from a registry that passes on no provenance. We"
                + " cannot know where it was built.")
        .contains("We do not know whether its 4 versions have provenance.")
        .contains("1 was removed from npm before we could fetch it.")
        .contains("This registry passed on no provenance for 3 versions.")
        .contains("github.com/owner/jose")
        .doesNotContain("nothing: there is no provenance")
        .doesNotContain("Most npm packages have no provenance");
    assertThat(text("/package/jose/v/2.0.0"))
        .contains(
            "This version comes from a registry that passes on no provenance. We cannot know where"
                + " it was built.")
        .contains("We do not know which source this was built from.")
        .doesNotContain("No signed record says");
  }

  @Test
  void shouldSaySinceWhenOnTheStatusPageAndInJson() {
    assertThat(text("/status"))
        .contains("We noticed 1 Mar 2026, 10:00 UTC")
        .contains("unknown 15")
        .contains("removed 5")
        .contains("none 0");
    JsonPath status = given().get("/api/v1/status").jsonPath();
    assertThat(status.getString("registrySilentSince")).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(status.getLong("versionsByEvidence.unknown")).isEqualTo(15);
    assertThat(given().get("/api/v1/versions?evidence=unknown").jsonPath().getLong("total"))
        .isEqualTo(15);
    assertThat(
            given().get("/api/v1/packages/jose").jsonPath().getLong("versionsByEvidence.unknown"))
        .isEqualTo(3);
    assertThat(given().get("/api/v1/versions.csv").asString()).contains("jose,2.0.0,", ",unknown,");
  }

  @Test
  void shouldCountNothingInAdoption() {
    assertThat(text("/adoption"))
        .contains(
            "This registry does not pass on provenance, so there is nothing that we could count.");
    assertThat(given().get("/api/v1/adoption").jsonPath().getList("points")).isEmpty();
  }

  @Test
  void shouldSayItInTheManifestOfAnExport() throws IOException, ExportException {
    Dataset dataset = Dataset.ADOPTION_DAILY;
    exporter.export(ExportFolder.open(folder, dataset, false), "Whence test", _ -> {});

    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("adoption_daily.manifest.json").toFile())
                .at("/catalog/registrySilentSince")
                .asText())
        .isEqualTo("2026-03-01T10:00:00Z");
  }
}
