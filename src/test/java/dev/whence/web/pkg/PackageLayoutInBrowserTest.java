package dev.whence.web.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawledElsewhere;
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

/**
 * The picture of all versions comes before the small facts, and a package without it has no hole.
 */
@QuarkusTest
class PackageLayoutInBrowserTest {

  private static boolean isCrawled;

  @Inject CrawlWriter writer;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @TempDir static Path folder;

  @BeforeEach
  void crawl() throws IOException {
    if (!isCrawled) {
      new CrawledElsewhere(writer).stories(folder, List.of("plumbline", "falsepetal"));
      isCrawled = true;
    }
  }

  @Test
  void shouldShowThePictureBeforeTheSmallFactsOnNarrowScreens() {
    try (Visit visit = Visit.to(root.resolve("/package/plumbline"))) {
      for (int width : new int[] {390, 768, 1000}) {
        visit.showAs(width, ColorScheme.LIGHT);
        assertThat(box(visit, ".strip").y).as("at %d", width).isLessThan(box(visit, ".aside").y);
      }
      visit.showAs(768, ColorScheme.LIGHT);
      assertThat(visit.page().locator(".aside .card").nth(1).boundingBox().y)
          .as("the second card is beside the first")
          .isEqualTo(visit.page().locator(".aside .card").first().boundingBox().y);
      visit.showAs(Visit.DESKTOP, ColorScheme.LIGHT);
      assertThat(box(visit, ".aside").y).isLessThan(box(visit, ".strip").y);
    }
  }

  @Test
  void shouldLeaveNoHoleBesideTheSmallFactsOfAPackageWithOneVersion() {
    try (Visit visit = Visit.to(root.resolve("/package/falsepetal"))) {
      visit.showAs(Visit.DESKTOP, ColorScheme.LIGHT);
      assertThat(box(visit, ".aside").x).isEqualTo(box(visit, ".split-intro").x);
    }
  }

  @Test
  void shouldKeepTheCopyButtonBesideItsDigest() {
    try (Visit visit = Visit.to(root.resolve("/package/plumbline/v/1.14.0"))) {
      for (int width : new int[] {390, 1000, Visit.DESKTOP}) {
        visit.showAs(width, ColorScheme.LIGHT);
        assertThat((Integer) visit.page().evaluate(ALONE)).as("at %d", width).isZero();
      }
    }
  }

  private static final String ALONE =
      """
      () => [...document.querySelectorAll('.digest')].filter(digest => {
        const code = digest.querySelector('code').getBoundingClientRect();
        const copy = digest.querySelector('.copy')?.getBoundingClientRect();
        return copy && copy.height && copy.top >= code.bottom - 2;
      }).length
      """;

  private static BoundingBox box(Visit visit, String selector) {
    return visit.page().locator(selector).first().boundingBox();
  }
}
