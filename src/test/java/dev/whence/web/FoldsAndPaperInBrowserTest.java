package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts are folded, links open their folds, and a sheet of paper shows what a screen does. */
@QuarkusTest
class FoldsAndPaperInBrowserTest {

  /** The width of A4 between the margins that Chromium sets. */
  private static final int PAPER = 718;

  @Inject CrawledRecording recording;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @ParameterizedTest
  @CsvSource({"/about/checks, 1900", "/api, 17000", "/status, 4000"})
  void shouldBeShortOnAPhone(String path, int height) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      visit.showAs(390, ColorScheme.LIGHT);
      assertThat((Integer) visit.page().evaluate("() => document.documentElement.scrollHeight"))
          .isLessThan(height);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/about/checks#signature", "/api#shape-Version"})
  void shouldOpenTheFoldThatALinkLeadsInto(String path) {
    for (Visit visit :
        List.of(Visit.to(root.resolve(path)), Visit.withoutJavaScript(root.resolve(path)))) {
      try (visit) {
        Page page = visit.page();
        assertThat(page.locator(":target").isVisible()).isTrue();
        assertThat(page.locator("details.fold[open]").count()).isEqualTo(1);
        assertThat(page.locator("details.fold[open] summary").boundingBox().y)
            .as("the question is in view")
            .isBetween(0.0, 700.0);
      }
    }
  }

  @Test
  void shouldPrintWhatIsFolded() {
    try (Visit visit = Visit.to(root.resolve("/about/checks"))) {
      print(visit);
      assertThat(visit.page().locator("#signature").isVisible()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/versions", "/packages", "/repositories"})
  void shouldPrintTablesAsTables(String path) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      print(visit);
      assertThat(visit.page().locator("table.rows thead th").last().boundingBox().width)
          .isGreaterThan(20);
      assertThat((Boolean) visit.page().evaluate(FITS)).isTrue();
    }
  }

  private static final String FITS =
      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  private static void print(Visit visit) {
    visit.showAs(PAPER, ColorScheme.LIGHT);
    visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
  }

  @ParameterizedTest
  @ValueSource(ints = {Visit.PHONE, Visit.DESKTOP, 1600})
  void shouldKeepTheWordsOfTheCardsWhole(int width) {
    try (Visit visit = Visit.to(root.resolve("/status"))) {
      visit.showAs(width, ColorScheme.LIGHT);
      assertThat((List<?>) visit.page().evaluate(BROKEN_HEADINGS)).isEmpty();
    }
  }

  /** Headings of one word that take more than a line. */
  private static final String BROKEN_HEADINGS =
      """
      () => [...document.querySelectorAll('.status-cards thead:not(.off) th')]
        .filter(one => !one.textContent.trim().includes(' ') && one.firstChild)
        .filter(one => {
          const words = document.createRange();
          words.selectNodeContents(one);
          return words.getClientRects().length !== 1;
        })
        .map(one => one.textContent)
      """;
}
