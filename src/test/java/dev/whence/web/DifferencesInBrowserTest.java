package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.whence.address.PagePaths;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.CrawledElsewhere;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What differs from before is seen on the first screen of a phone, and only there where it does.
 */
@QuarkusTest
class DifferencesInBrowserTest {

  private static final int PHONE = 390;
  private static final int FIRST_SCREEN = 600;

  private static final List<String> STORIES =
      List.of(
          "windrow",
          "whalebone",
          "reedwarbler",
          "brinekit",
          "kitewire",
          "lanternfish",
          "plumbline",
          "oakum-loader");

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
  @CsvSource({
    "windrow, 8.2.1",
    "whalebone, 2.0.0",
    "reedwarbler, 4.0.3",
    "lanternfish, 1.2.0",
    "plumbline, 1.14.1",
    "kitewire, 3.0.0-rc.1",
  })
  void shouldWarnOnTheFirstScreen(String name, String version) {
    assertWarnsEarly(PagePaths.version(name, version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windrow", "whalebone", "lanternfish"})
  void shouldWarnOfTheLatestVersionOnTheFirstScreen(String name) {
    assertWarnsEarly(PagePaths.forPackage(name));
  }

  @ParameterizedTest
  @CsvSource({
    "brinekit, 3.1.0",
    "brinekit, 1.2.0",
    "kitewire, 3.0.0",
    "reedwarbler, 4.1.0",
    "oakum-loader, 2.2.0",
    "windrow, 8.2.0",
  })
  void shouldNotWarnOfAGainOrOfNothing(String name, String version) {
    try (Visit visit = phone(PagePaths.version(name, version))) {
      assertThat(visit.page().locator("main .differences .tone-warn").count()).isZero();
      assertThat(visit.page().locator("main .differences.tone-warn").count()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windrow, 8.2.1",
    "kitewire, 3.0.0",
    "kitewire, 3.0.0-rc.1",
    "reedwarbler, 4.0.3",
    "reedwarbler, 4.1.0",
    "lanternfish, 1.2.0",
    "plumbline, 1.14.1",
    "oakum-loader, 2.2.0",
  })
  void shouldGiveTheSameAnswerInTheListAndOnThePage(String name, String version) {
    List<String> listed;
    try (Visit visit = Visit.to(root.resolve(PagePaths.forPackage(name)))) {
      String link = "a[href='" + PagePaths.version(name, version) + "']";
      listed =
          visit
              .page()
              .locator(".versions tr:has(th " + link + ") .badge.changed")
              .allTextContents();
    }
    try (Visit visit = Visit.to(root.resolve(PagePaths.version(name, version)))) {
      Page page = visit.page();
      assertThat(page.locator(".differences li").count()).isEqualTo(listed.size());
      String told = page.locator("#comparison + p").textContent();
      assertThat(listed).allMatch(told::contains);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/package/windrow",
        "/package/windrow/v/8.2.1",
        "/package/kitewire",
        "/package/kitewire/v/3.0.0",
        "/package/reedwarbler",
        "/package/reedwarbler/v/4.0.3",
        "/package/plumbline",
        "/package/plumbline/v/1.14.1",
        "/package/lanternfish",
        "/package/lanternfish/v/1.2.0",
        "/package/whalebone/v/2.0.0",
      })
  void shouldKeepEveryRule(String path) {
    new PageCheck("differences" + path.replaceAll("[^a-z0-9.]", "-"), path, 200).run(root);
  }

  private void assertWarnsEarly(String path) {
    try (Visit visit = phone(path)) {
      Locator box = visit.page().locator("main .differences.tone-warn");
      assertThat(box.count()).isEqualTo(1);
      Locator icon = box.locator(".i").first();
      BoundingBox seen = icon.boundingBox();
      assertThat(seen.y + seen.height).as("on the first screen").isLessThan(FIRST_SCREEN);
      assertThat(box.locator("use").first().getAttribute("href")).isEqualTo("#i-change");
    }
  }

  private Visit phone(String path) {
    Visit visit = Visit.to(root.resolve(path));
    visit.showAs(PHONE, ColorScheme.LIGHT);
    Page page = visit.page();
    assertThat(visit.status()).as(path).isEqualTo(200);
    page.evaluate("() => window.scrollTo(0, 0)");
    return visit;
  }
}
