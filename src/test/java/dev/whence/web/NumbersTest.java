package dev.whence.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.CrawledRecording;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every number is a link to the list that it counts: the list has as many items as was said. */
@QuarkusTest
class NumbersTest {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/status",
          "/adoption",
          "/adoption?months=all",
          "/repositories",
          "/repositories?q=sigstore&sort=name",
          "/repository/github.com/sigstore/sigstore-js",
          "/repository/github.com/nuxt/nuxt",
          "/repository/github.com/sigstore/sigstore-js/workflow/.github/workflows/release.yml",
          "/package/nuxt",
          "/package/sigstore");

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>");

  /** {@code 1,234}, {@code 12 versions}; no version number and no date. */
  private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,]*)(?: ?[a-z][a-z ]*)?");

  private static final Pattern TOTAL = Pattern.compile("<data value=\"([0-9]+)\">");

  /** Ways in which a number is shown without a link; zero may be, since there is nothing to see. */
  private static final Pattern BARE =
      Pattern.compile("<td[^>]*class=\"num\"[^>]*>\\s*[1-9][0-9,]*\\s*</td>");

  @Inject CrawledRecording recording;

  private final Map<String, Long> totals = new HashMap<>();

  @Test
  void shouldLeadToExactlyWhatTheyCount() {
    recording.ensure();
    List<String> wrong = new ArrayList<>();
    int numbers = 0;
    for (String page : PAGES) {
      for (MatchResult link : LINK.matcher(main(page)).results().toList()) {
        String text = link.group(2).replaceAll("<[^>]*>", "").strip();
        MatchResult number = NUMBER.matcher(text).results().findFirst().orElse(null);
        if (number == null || !number.group().equals(text)) {
          continue;
        }
        numbers++;
        long said = Long.parseLong(number.group(1).replace(",", ""));
        String path = link.group(1).replace("&amp;", "&");
        long found = total(path.startsWith("#") ? page + path : path);
        if (said != found) {
          wrong.add(page + ": " + text + " leads to " + found + " at " + path);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(numbers).isGreaterThan(200);
  }

  @Test
  void shouldCountTheSameUnderOneName() {
    recording.ensure();
    JsonPath status = json("/api/v1/status");
    JsonPath adoption = json("/api/v1/adoption");
    String last = "points[-1].cumulative.";

    long verified = status.getLong("versionsVerified");
    assertThat(verified).isPositive().isEqualTo(status.getLong("versionsByEvidence.verified"));
    assertThat(adoption.getLong(last + "versionsVerified") + undated(adoption, "versionsVerified"))
        .isEqualTo(verified);
    assertThat(adoption.getLong(last + "packagesVerified") + undated(adoption, "packagesVerified"))
        .isEqualTo(status.getLong("packagesVerified"));
    assertThat(total("/versions?evidence=verified")).isEqualTo(verified);
    assertThat(total("/versions?provenance=yes"))
        .isEqualTo(status.getLong("versionsWithProvenance"));
    assertThat(total("/packages?provenance=yes"))
        .isEqualTo(status.getLong("packagesWithProvenance"));
  }

  private static long undated(JsonPath adoption, String count) {
    return adoption.getLong("undated." + count);
  }

  private static JsonPath json(String path) {
    return JsonPath.from(given().get(path).then().statusCode(200).extract().asString());
  }

  @Test
  void shouldLeaveNoNumberOfATableWithoutItsList() {
    recording.ensure();

    assertThat(PAGES).allSatisfy(page -> assertThat(main(page)).doesNotContainPattern(BARE));
  }

  /** What the list says of itself, or how many rows the table has that the anchor names. */
  private long total(String path) {
    return totals.computeIfAbsent(
        path,
        asked -> {
          String html = main(asked);
          int anchor = asked.indexOf('#');
          if (anchor < 0) {
            MatchResult total = TOTAL.matcher(html).results().findFirst().orElseThrow();
            return Long.parseLong(total.group(1));
          }
          int start = html.indexOf("id=\"" + asked.substring(anchor + 1) + "\"");
          String table = html.substring(start, html.indexOf("</tbody>", start));
          return Pattern.compile("<tr>").matcher(table).results().count() - 1;
        });
  }

  private static String main(String path) {
    String html =
        given()
            .urlEncodingEnabled(false)
            .get(path.replaceAll("#.*", ""))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
  }
}
