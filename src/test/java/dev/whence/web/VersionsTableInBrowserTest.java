package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.whence.address.PagePaths;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawledElsewhere;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.PageRules;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions of a package fit into every screen: a column that is cut reads as another tag. */
@QuarkusTest
class VersionsTableInBrowserTest {

  private static final int[] WIDTHS = {Visit.PHONE, 390, 768, 990, 1000, Visit.DESKTOP, 1600};

  private static final List<String> STORIES =
      List.of("windrow", "plumbline", "kitewire", "reedwarbler", "whalebone");

  private static boolean isCrawled;

  @Inject CrawlWriter writer;
  @Inject CrawledRecording recording;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @TempDir static Path folder;

  @BeforeEach
  void crawl() throws IOException {
    recording.ensure();
    if (!isCrawled) {
      new CrawledElsewhere(writer).stories(folder, STORIES);
      isCrawled = true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windrow", "plumbline", "kitewire", "reedwarbler", "whalebone", "nuxt"})
  void shouldFitAndKeepEachNumberInOnePiece(String name) {
    try (Visit visit = Visit.to(root.resolve(PagePaths.forPackage(name)))) {
      for (int width : WIDTHS) {
        visit.showAs(width, ColorScheme.LIGHT);
        PageRules.assertFits(visit);
        assertThat((List<?>) visit.page().evaluate(CUT)).as("cut at %d", width).isEmpty();
        assertThat((List<?>) visit.page().evaluate(BROKEN)).as("broken at %d", width).isEmpty();
        assertThat((List<?>) visit.page().evaluate(BESIDE)).as("marks at %d", width).isEmpty();
      }
    }
  }

  /** What is wider than the table's box, or holds more than it shows. */
  private static final String CUT =
      """
      () => {
        const box = document.querySelector('.scroll');
        const edge = box.getBoundingClientRect().right + 1;
        return [...box.querySelectorAll('*')]
          .filter(one => !one.closest('thead, .off'))
          .filter(one => one.getBoundingClientRect().right > edge
            || (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0))
          .map(one => one.textContent)
          .concat(box.scrollWidth > box.clientWidth + 1 ? ['the table is wider than its box'] : []);
      }
      """;

  /** Versions, tags, dates and words that take more than one line. */
  private static final String BROKEN =
      """
      () => [...document.querySelectorAll('.versions th a:not(.long), .versions .tag,'
          + ' .versions time, .versions td[data-label=Provenance] .badge')]
        .filter(one => one.getClientRects().length !== 1 || one.offsetHeight > 30)
        .map(one => one.textContent)
      """;

  /** Marks that stand beside a version, and not below it. */
  private static final String BESIDE =
      """
      () => [...document.querySelectorAll('.marks')]
        .filter(marks => marks.getBoundingClientRect().top
          < marks.parentElement.querySelector('a').getBoundingClientRect().bottom - 2)
        .map(marks => marks.textContent)
      """;

  @Test
  void shouldShowTagsWholeOnADesktop() {
    try (Visit visit = Visit.to(root.resolve("/package/plumbline"))) {
      for (int width : new int[] {1000, Visit.DESKTOP}) {
        visit.showAs(width, ColorScheme.LIGHT);
        assertThat(visit.page().locator(".versions .ref").allInnerTexts())
            .contains("tag v1.14.0", "tag v0.30.3");
        assertThat((Integer) visit.page().evaluate(TAG_LINES)).as("lines").isEqualTo(1);
      }
    }
  }

  private static final String TAG_LINES =
      "() => Math.max(...[...document.querySelectorAll('.versions .ref')]"
          + ".map(ref => ref.getClientRects().length))";

  @Test
  void shouldTakeFewLinesOnAPhone() {
    try (Visit visit = Visit.to(root.resolve("/package/plumbline"))) {
      visit.showAs(390, ColorScheme.LIGHT);
      double height = visit.page().locator(".versions tr:has(.ref)").first().boundingBox().height;
      assertThat(height).isLessThan(140);
    }
  }
}
