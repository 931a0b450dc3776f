package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A hostile packument on its whole way, from the registry's answer to each page and JSON document.
 * What a browser makes of the pages is HtmlInjectionInBrowserTest's.
 */
@QuarkusTest
class HostileTextTest {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern TAG_NAME = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)|<!DOCTYPE ");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z][a-zA-Z:-]*)=(?:\"([^\"]*)\"|([^\\s\">]+))");
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\u2028\\u2029\\u3164&&[^\\n\\r\\t]]");

  private static final Set<String> NEVER =
      Set.of("img", "iframe", "object", "embed", "base", "style", "textarea", "b");

  @SuppressWarnings("NullAway.Init")
  ReplayRegistry registry;

  @Inject CrawlService crawls;
  @Inject CrawlWriter writer;

  @BeforeEach
  void crawl() {
    HostilePackument.serve(registry);
    assertThat(crawls.crawl(new PackageName(HostilePackument.NAME)))
        .isInstanceOfAny(CrawlOutcome.Stored.class, CrawlOutcome.Unchanged.class);
  }

  private static Stream<String> versions() {
    return IntStream.range(0, HostilePackument.TEXTS.size())
        .mapToObj(HostilePackument::version)
        .map(HostilePackument::stored);
  }

  @Test
  void shouldShowTextAsText() {
    String name = HostilePackument.NAME;
    List<String> pages =
        Stream.concat(
                versions().map(version -> PagePaths.version(name, version)),
                Stream.of(
                    PagePaths.forPackage(name),
                    PagePaths.forPackage(name) + "?show=changes",
                    PagePaths.forPackage(name) + "?show=all",
                    PagePaths.search(name)))
            .toList();
    for (String page : pages) {
      Response response = given().urlEncodingEnabled(false).get(page);
      assertThat(response.statusCode()).as(page).isEqualTo(200);
      assertThat(response.contentType()).as(page).startsWith("text/html");
      assertHarmless(page, utf8(response));
    }
  }

  @Test
  void shouldShowWhatChangedAsText() throws IOException {
    HostilePackage.store(writer);
    String path = PagePaths.history(HostilePackage.NAME);

    assertHarmless(path, utf8(get(path)));
    assertHarmless(path, utf8(get(PagePaths.forPackage(HostilePackage.NAME))));
    JsonNode changes = json(JsonPaths.history(HostilePackage.NAME)).path("items");
    assertThat(changes.findValuesAsText("after")).contains("later " + HostilePackage.MARKUP);
    assertThat(changes.findValuesAsText("distTag")).contains("later " + HostilePackage.MARKUP);
    assertThat(changes.findValuesAsText("version")).contains("0.9.0-" + HostilePackage.PART);
  }

  @Test
  void shouldShowEachTextSomewhere() {
    String page = utf8(get(PagePaths.forPackage(HostilePackument.NAME)));
    assertThat(page).contains("&lt;script&gt;window.pwned=1").contains("DROP TABLE package");
    String bidi = utf8(get(PagePaths.version(HostilePackument.NAME, version(1))));
    assertThat(bidi).contains("⟨U+202E⟩gpj.exe").contains("⟨U+200B⟩");
  }

  @Test
  void shouldLinkToNothingThatIsNoWebAddress() {
    String page = utf8(get(PagePaths.version(HostilePackument.NAME, version(4))));
    assertThat(page).contains("javascript:alert(1)");
    assertThat(links(page)).isNotEmpty().allMatch(HostileTextTest::isSafe);
  }

  @Test
  void shouldWriteJsonThatReadsBackToTheText() throws IOException {
    String name = HostilePackument.NAME;
    json(JsonPaths.forPackage(name));
    json("/api/v1/search?q=" + name);
    for (JsonNode item : json(JsonPaths.forPackage(name) + "/versions?limit=100").path("items")) {
      json(item.path("links").path("self").asText());
      assertThat(get(item.path("links").path("html").asText()).statusCode()).isEqualTo(200);
    }
    for (int i = 0; i < HostilePackument.TEXTS.size(); i++) {
      String text = HostilePackument.TEXTS.get(i).replace("\0", "");
      String kept = text.substring(0, Math.min(2_000, text.length()));
      JsonNode version = json(JsonPaths.version(name, version(i)));
      assertThat(version.path("version").asText()).isEqualTo(version(i));
      // A licence is an identifier, so blanks around it are none of it.
      assertThat(version.path("license").asText()).isEqualTo(kept.strip());
      assertThat(version.path("deprecated").asText()).isEqualTo(kept);
      assertThat(version.path("declared").path("directory").asText()).isEqualTo(kept);
      assertThat(version.path("integrity").path("tarball").asText()).isEqualTo(kept);
    }
  }

  @Test
  void shouldServeTheRawResponseAsAFileOnly() {
    Response response = get(PagePaths.attestations(HostilePackument.NAME, version(0)));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(response.header("Content-Disposition")).startsWith("attachment").doesNotContain("<");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static String version(int i) {
    return HostilePackument.stored(HostilePackument.version(i));
  }

  private static void assertHarmless(String page, String html) {
    Set<String> names = new TreeSet<>();
    TAG.matcher(html)
        .results()
        .map(tag -> tag.group())
        .forEach(
            tag -> {
              var name = TAG_NAME.matcher(tag);
              assertThat(name.lookingAt()).as("%s: a tag of ours: %s", page, tag).isTrue();
              names.add(String.valueOf(name.group(1)));
              assertThat(attributes(tag, "on[a-z]+|style|srcdoc"))
                  .as("%s: %s", page, tag)
                  .isEmpty();
            });
    assertThat(names).as(page).contains("main", "title").doesNotContainAnyElementsOf(NEVER);
    assertThat(links(html)).as(page).allMatch(HostileTextTest::isSafe);
    assertThat(
            HIDDEN
                .matcher(html)
                .results()
                .map(hit -> "U+%04X".formatted(hit.group().codePointAt(0))))
        .as(page)
        .isEmpty();
  }

  private static List<String> links(String html) {
    return TAG.matcher(html)
        .results()
        .flatMap(tag -> attributes(tag.group(), "href|src|action|formaction").stream())
        .toList();
  }

  /** Values of the attributes with such names; what other values hold is no attribute. */
  private static List<String> attributes(String tag, String names) {
    return ATTRIBUTE
        .matcher(tag)
        .results()
        .filter(found -> found.group(1).matches(names))
        .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
        .toList();
  }

  private static boolean isSafe(String link) {
    return link.matches("(?:https?://|/(?!/)|#|\\?).*") && !link.contains("user:secret@");
  }

  private static JsonNode json(String path) throws IOException {
    Response response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.contentType()).as(path).startsWith("application/json");
    String text = utf8(response);
    assertThat(text).as(path).doesNotContain("\0");
    return STRICT.readTree(text);
  }

  private static Response get(String path) {
    return given().urlEncodingEnabled(false).get(path);
  }

  private static String utf8(Response response) {
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }
}
