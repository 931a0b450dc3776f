package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.CrawledRecording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No link of ours leads nowhere: pages, files and JSON alike. */
@QuarkusTest
class LinksTest {

  private static final Pattern HREF = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

  /** The longest list is the versions of a package; their pages are all made alike. */
  private static final int MAX_LINKS_A_PAGE = 60;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=sigstore",
          "/package/nuxt",
          "/package/@laurentsimon/provenance-npm-test",
          "/package/nuxt/history",
          "/package/nuxt/v/4.1.2",
          "/packages?provenance=yes",
          "/versions?package=nuxt&evidence=verified",
          "/repositories",
          "/repository/github.com/sigstore/sigstore-js",
          "/repository/github.com/sigstore/sigstore-js/workflow/.github/workflows/release.yml",
          "/status",
          "/adoption",
          "/about",
          "/about/checks",
          "/about/levels",
          "/about/states",
          "/no/such/page");

  @Inject CrawledRecording recording;

  @Test
  void shouldAllLeadSomewhere() {
    recording.ensure();
    Set<String> links =
        PAGES.stream()
            .flatMap(page -> links(page).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    links.remove("/no/such/page");
    Map<String, Integer> broken = new TreeMap<>();
    for (String link : links) {
      int status = given().urlEncodingEnabled(false).get(link).statusCode();
      if (status != 200) {
        broken.put(link, status);
      }
    }
    assertThat(links).hasSizeGreaterThan(80);
    assertThat(broken).isEmpty();
  }

  private static List<String> links(String page) {
    String html = given().urlEncodingEnabled(false).get(page).asString();
    return HREF.matcher(html)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&").replace("&#39;", "'"))
        .distinct()
        .limit(MAX_LINKS_A_PAGE)
        .toList();
  }
}
