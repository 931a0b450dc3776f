package dev.whence.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.PageRules;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as they lie on a screen. */
@QuarkusTest
class ListsInBrowserTest {

  private static final int PHONE = 390;
  private static final int SCREEN = 844;

  /** A line of text, with the space around it. */
  private static final int LOW = 40;

  private static final int[] WIDTHS = {Visit.PHONE, PHONE, Visit.DESKTOP, 1600};

  private static final String FIRST_ROW_END =
      "() => Math.round(document.querySelector('main tbody tr').getBoundingClientRect().bottom)";

  /** Versions that lie on more than one line, though their cell could hold them in one. */
  private static final String BROKEN =
      """
      () => [...document.querySelectorAll('main .version')]
        .filter(version => version.getClientRects().length > 1
          || version.offsetHeight > 1.9 * parseFloat(getComputedStyle(version).fontSize) * 1.5)
        .filter(version => version.textContent.length < 30)
        .map(version => version.textContent)
      """;

  private static final int TABLET = 768;

  private static final String BROKEN_WORDS =
      """
      () => [
        ...[...document.querySelectorAll('main td .digest code')]
          .filter(commit => commit.getClientRects().length > 1),
        ...[...document.querySelectorAll('main thead th')]
          .filter(heading => heading.scrollWidth > heading.clientWidth)]
        .map(broken => broken.textContent)
      """;

  private static final String LINES_OF_REPOSITORIES =
      """
      () => Math.max(0, ...[...document.querySelectorAll('main tbody td a[href^="/repository"]')]
        .filter(link => !link.textContent.includes('<'))
        .map(link => new Set([...link.getClientRects()].map(part => part.top)).size))
      """;

  private static final String LOWEST_ROW =
      """
      () => Math.min(...[...document.querySelectorAll('main tbody tr')].map(r => r.offsetHeight))
      """;

  private static final String TOPS =
      """
      () => [...document.querySelectorAll('.narrow label')]
        .map(label => label.getBoundingClientRect().bottom + ' '
          + label.nextElementSibling.getBoundingClientRect().height)
      """;

  @Inject CrawledRecording recording;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @ParameterizedTest
  @CsvSource({
    "list-home, /",
    "list-versions, /versions?provenance=yes",
    "list-packages, /packages?q=s&evidence=verified",
    "list-repositories, /repositories",
    "list-workflow, /repository/github.com/sigstore/sigstore-js/workflow/.github/workflows/release.yml"
  })
  void shouldShowTheFirstRowOnAPhonesFirstScreenAndBreakNoVersion(String name, String path) {
    try (Visit visit = Visit.withoutJavaScript(root.resolve(path))) {
      Page page = visit.page();
      for (int width : WIDTHS) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          visit.showAs(width, scheme);
          PageRules.keepPicture(visit, name, width, scheme);
        }
        assertThat(page.evaluate(BROKEN)).as("%d px", width).asList().isEmpty();
        PageRules.assertFits(visit);
      }
      visit.showAs(PHONE, ColorScheme.LIGHT);
      assertThat((Integer) page.evaluate(FIRST_ROW_END)).isLessThan(SCREEN);
    }
  }

  /** A commit in two lines, or a heading that lies over the next one, reads as another word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/versions?provenance=yes",
        "/repository/github.com/sigstore/sigstore-js/workflow/.github/workflows/release.yml"
      })
  void shouldBreakNoCommitAndNoHeadingOnATablet(String path) {
    try (Visit visit = Visit.withoutJavaScript(root.resolve(path))) {
      visit.showAs(TABLET, ColorScheme.LIGHT);

      assertThat(visit.page().evaluate(BROKEN_WORDS)).asList().isEmpty();
      PageRules.assertFits(visit);
    }
  }

  @Test
  void shouldHoldARepositoryInTwoLinesAndMostRowsInOne() {
    try (Visit visit = Visit.withoutJavaScript(root.resolve("/versions?provenance=yes"))) {
      visit.showAs(Visit.DESKTOP, ColorScheme.LIGHT);

      assertThat((Integer) visit.page().evaluate(LINES_OF_REPOSITORIES)).isBetween(1, 2);
      assertThat((Integer) visit.page().evaluate(LOWEST_ROW)).isLessThan(LOW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/versions?from=2026-01-01&to=2026-02-01", "/versions?from=x"})
  void shouldSetFiltersOnOneLineAndKeepBothEndsOfARangeTogether(String path) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      Page page = visit.page();
      if (visit.status() == 200) {
        page.locator(".filters summary").click();
      }
      for (int width : WIDTHS) {
        visit.showAs(width, ColorScheme.LIGHT);
        PageRules.keepPicture(visit, "list-filters-" + visit.status(), width, ColorScheme.LIGHT);
        PageRules.assertFits(visit);
        var from = page.locator("#f-from").boundingBox();
        var to = page.locator("#f-to").boundingBox();
        assertThat(to.x).isGreaterThan(from.x);
        if (visit.status() == 200) {
          assertThat(to.y).isEqualTo(from.y);
          assertThat(page.evaluate(TOPS)).asList().hasSizeGreaterThan(6);
        }
      }
      PageRules.assertAccessible(visit);
    }
  }

  /** Without the filters, and with the address that a link on paper would need. */
  @Test
  void shouldSayOnPaperWhereItIsFromAndWhen() {
    URI address = root.resolve("/versions?evidence=verified");
    try (Visit visit = Visit.to(address)) {
      Page page = visit.page();
      assertThat(page.locator(".print-head").isVisible()).isFalse();
      page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".print-head").innerText())
          .contains(address.toString())
          .containsPattern("[0-9]{4}, [0-9]{2}:[0-9]{2} UTC");
      assertThat(page.locator(".filters").isVisible()).isFalse();
      PageRules.keepPicture(visit, "list-print", Visit.DESKTOP, ColorScheme.LIGHT);
    }
  }

  @Test
  void shouldHaveOneSearchBoxOnTheFirstPage() {
    try (Visit visit = Visit.to(root)) {
      assertThat(visit.page().locator("input[type=search]").count()).isEqualTo(1);
    }
  }
}
