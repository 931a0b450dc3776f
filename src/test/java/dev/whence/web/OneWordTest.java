package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Slug;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A state, a verdict, a check and a crawl have one word: on pages, in JSON, CSV and addresses. */
@QuarkusTest
class OneWordTest {

  private static final String NAME = "one-word";
  private static final String SIGNED = "one-word-signed";

  private static final Pattern BADGE =
      Pattern.compile("<span class=\"badge tone-[^\"]*\"><svg.*?</svg>([^<]*)</span>");

  @Inject CrawlWriter writer;
  @Inject DataSource dataSource;

  @BeforeEach
  void store() throws SQLException {
    Crawls crawl = Crawls.of(NAME);
    for (Evidence evidence : Evidence.values()) {
      crawl.attested(version(evidence));
    }
    writer.store(crawl.build());
    Crawls signed = Crawls.of(SIGNED);
    for (CheckStatus status : CheckStatus.values()) {
      signed.version(version(status));
    }
    writer.store(signed.build());
    for (Evidence evidence : Evidence.values()) {
      // Some states come about only over several crawls and hours.
      change("UPDATE version SET evidence = '" + evidence + "' WHERE " + at(NAME, evidence));
    }
    for (CheckStatus status : CheckStatus.values()) {
      change(
          "UPDATE registry_signature SET status = '"
              + status
              + "' WHERE version_id = (SELECT id FROM version WHERE "
              + at(SIGNED, status)
              + ")");
    }
  }

  private void change(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private static String at(String name, Enum<?> constant) {
    return "version = '%s' AND package_id = (SELECT id FROM package WHERE name = '%s')"
        .formatted(version(constant), name);
  }

  private static String version(Enum<?> constant) {
    return "1.0.0-" + Slug.of(constant);
  }

  @ParameterizedTest
  @EnumSource(Evidence.class)
  void shouldCallAStateTheSameEverywhere(Evidence evidence) {
    String word = Slug.of(evidence.word());
    String version = version(evidence);
    JsonPath json = json("/api/v1/packages/" + NAME + "/versions/" + version);
    String list = "/versions?package=" + NAME + "&evidence=" + word;

    assertThat(json.getString("evidence")).isEqualTo(word);
    assertThat(json.getString("evidenceReason")).isEqualTo(Slug.ofNullable(evidence.reason()));
    assertThat(badges(main("/package/" + NAME + "/v/" + version)))
        .first()
        .isIn(word, "provenance " + word, word.equals("none") ? "no provenance" : word);
    assertThat(badges(versions(NAME), version)).contains(word);
    assertThat(badges(main(list), version)).containsExactly(word);
    assertThat(json("/api/v1" + list).getList("items.version", String.class)).contains(version);
    assertThat(csv("/api/v1/versions.csv?package=" + NAME, version))
        .contains("," + word + "," + (evidence.reason() == null ? "" : Slug.of(evidence.reason())));
    assertThat(main("/about/states")).contains("id=\"" + word + "\"");
    assertThat(main("/status")).contains("/about/states#" + word + "\"");
  }

  @Test
  void shouldCountStatesByTheirWords() {
    String[] words =
        EvidenceWord.bestFirst().stream().map(EvidenceWord::text).toArray(String[]::new);

    assertThat(json("/api/v1/status").getMap("versionsByEvidence"))
        .containsOnlyKeys((Object[]) words);
    assertThat(json("/api/v1/packages/" + NAME).getMap("versionsByEvidence"))
        .containsOnlyKeys((Object[]) words)
        .containsEntry("pending", 3)
        .containsEntry("missing", 2);
    assertThat(enumeration("VersionItem", "evidence")).containsExactlyInAnyOrder(words);
    assertThat(options(main("/versions"), "evidence")).containsExactlyInAnyOrder(words);
    assertThat(options(main("/packages"), "evidence")).containsExactlyInAnyOrder(words);
  }

  @ParameterizedTest
  @EnumSource(CheckStatus.class)
  void shouldCallACheckTheSameEverywhere(CheckStatus status) {
    String version = version(status);
    JsonPath json = json("/api/v1/packages/" + SIGNED + "/versions/" + version);

    assertThat(json.getString("registrySignature.status")).isEqualTo(Slug.of(status));
    assertThat(badges(table(main("/package/" + SIGNED + "/v/" + version))))
        .containsExactly(Slug.of(status).replace('-', ' '));
    assertThat(main("/versions?package=" + SIGNED + "&signature=" + Slug.of(status)))
        .contains(version);
  }

  @ParameterizedTest
  @EnumSource(Verdict.Outcome.class)
  void shouldCallAVerdictTheSameEverywhere(Verdict.Outcome outcome) {
    String word = outcome.name().toLowerCase(Locale.ROOT);
    String name = "one-word-" + word;
    Instant later = Crawls.FIRST.plusSeconds(60);
    writer.store(Crawls.of(name).outcome(outcome).attested("1.0.0").build());
    Verdict.Outcome other =
        outcome == Verdict.Outcome.VERIFIED ? Verdict.Outcome.REJECTED : Verdict.Outcome.VERIFIED;
    writer.store(
        Crawls.of(name).at(later).trust("bb".repeat(32)).outcome(other).attested("1.0.0").build());

    String version = text(main("/package/" + name + "/v/1.0.0"));
    assertThat(version.substring(version.indexOf("Earlier verdicts"))).contains(" " + word + " ");
    assertThat(main("/status")).contains("/versions?verdict=" + word + "\"");
    assertThat(text(main("/status"))).contains(" " + word + " ");
    assertThat(text(main("/versions?verdict=" + word))).contains("attestation that is " + word);
    assertThat(enumeration("Verdict", "outcome")).contains(word);
  }

  @ParameterizedTest
  @EnumSource(CrawlStatus.class)
  void shouldCallACrawlTheSameEverywhere(CrawlStatus status) throws SQLException {
    String word = Slug.of(status);
    String name = "one-word-crawl-" + word;
    writer.addPackages(List.of(new PackageName(name)), Crawls.FIRST);
    change(
        "UPDATE package_crawl SET status = '"
            + status
            + "' WHERE package_id = (SELECT id FROM package WHERE name = '"
            + name
            + "')");

    assertThat(json("/api/v1/packages/" + name).getString("crawl.status")).isEqualTo(word);
    assertThat(csv("/api/v1/packages.csv?q=" + name, name)).startsWith(name + "," + word + ",");
    assertThat(main("/packages?status=" + word)).contains(name);
    assertThat(text(main("/status"))).contains(word + " ");
    if (status != CrawlStatus.CRAWLED) {
      assertThat(badges(main("/search?q=" + name))).contains(word);
    }
  }

  private static List<String> badges(String main, String version) {
    int row = main.indexOf("/v/" + version + "\"");
    return badges(main.substring(row, main.indexOf("</tr>", row)));
  }

  private static String versions(String name) {
    String main = main("/package/" + name);
    return main.substring(main.indexOf("id=\"versions\""));
  }

  private static List<String> badges(String html) {
    return BADGE.matcher(html).results().map(found -> found.group(1)).toList();
  }

  private static String table(String main) {
    int start = main.indexOf("/about/checks#");
    return main.substring(start, main.indexOf("</table>", start));
  }

  private static List<String> options(String main, String name) {
    String select = main.substring(main.indexOf("name=\"" + name + "\""));
    return Pattern.compile("<option value=\"([^\"]+)\"[^>]*>([^<]*)</option>")
        .matcher(select.substring(0, select.indexOf("</select>")))
        .results()
        .map(OneWordTest::option)
        .toList();
  }

  /** What is chosen is what is shown. */
  private static String option(MatchResult option) {
    assertThat(option.group(2)).isEqualTo(option.group(1));
    return option.group(1);
  }

  private static List<String> enumeration(String schema, String property) {
    String schemas = "components.schemas.";
    JsonPath description = json("/api/v1/openapi.json");
    Map<String, Object> found = description.getMap(schemas + schema + ".properties." + property);
    @Nullable String reference = (String) found.get("$ref");
    return reference == null
        ? description.getList(schemas + schema + ".properties." + property + ".enum", String.class)
        : description.getList(
            schemas + reference.substring(reference.lastIndexOf('/') + 1) + ".enum", String.class);
  }

  private static String csv(String path, String part) {
    return Arrays.stream(get(path).split("\r\n"))
        .filter(row -> ("," + row + ",").contains("," + part + ","))
        .findFirst()
        .orElseThrow();
  }

  private static JsonPath json(String path) {
    return JsonPath.from(get(path));
  }

  private static String main(String path) {
    String html = get(path);
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static String get(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }
}
