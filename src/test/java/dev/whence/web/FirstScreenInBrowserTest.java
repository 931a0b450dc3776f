package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees first of a version: its name, five facts, and whether the checks passed. */
@QuarkusTest
class FirstScreenInBrowserTest {

  private static final int WIDE = 1600;
  private static final int ONE_LINE = 40;
  private static final String NUXT = "/package/nuxt/v/4.1.2";

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
      new CrawledElsewhere(writer).stories(folder, List.of("lanternfish", "windrow", "plumbline"));
      isCrawled = true;
    }
  }

  @Test
  void shouldNamePackageAndVersionAndTellFiveFacts() {
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      Page page = visit.page();
      assertThat(page.locator("h1").innerText()).isEqualTo("nuxt 4.1.2");
      assertThat(page.locator(".first dt").allInnerTexts())
          .containsExactly(
              "Source commit", "Workflow file", "Build run", "Log entry", "Published by");
      for (Locator line : page.locator(".first > div").all()) {
        assertThat(line.locator("a").count()).as(line.innerText()).isEqualTo(1);
        assertThat(line.locator("button.copy").count()).as(line.innerText()).isEqualTo(1);
        assertThat(line.boundingBox().height).as(line.innerText()).isLessThan(ONE_LINE);
      }
    }
  }

  @Test
  void shouldCopyTheWholeOfWhatItShortens() {
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      assertThat(
              visit.page().locator(".first button").all().stream()
                  .map(button -> button.getAttribute("data-copy")))
          .containsExactly(
              "412786a1d8283aaa2360a855d44ebd3ac21924f1",
              "https://github.com/nuxt/nuxt/blob/412786a1d8283aaa2360a855d44ebd3ac21924f1"
                  + "/.github/workflows/release.yml",
              "https://github.com/nuxt/nuxt/actions/runs/17686742434/attempts/1",
              "508226558",
              "GitHub Actions of nuxt/nuxt (trusted publisher)");
    }
  }

  @Test
  void shouldLeadToEachPlaceOnce() {
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      Set<String> seen = new HashSet<>();
      for (Locator link : visit.page().locator(".first a, .card a").all()) {
        String to = link.getAttribute("href");
        assertThat(seen.add(to) || to.startsWith("/repository/")).as(to).isTrue();
      }
      assertThat(seen).hasSizeGreaterThan(6);
    }
  }

  /** On paper an address is written out, and once. */
  @Test
  void shouldPrintEachAddressOnce() {
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      Page page = visit.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (Locator link : page.locator("main a.out").all()) {
        String address = link.getAttribute("href");
        String printed = (String) link.evaluate(PRINTED);
        assertThat(printed).contains(address.replaceFirst("https?://", ""));
        assertThat(printed.split(java.util.regex.Pattern.quote("://"), -1).length).isLessThan(3);
        assertThat(printed)
            .as("once")
            .matches(
                text ->
                    text.indexOf(address.replaceFirst("https?://", ""))
                        == text.lastIndexOf(address.replaceFirst("https?://", "")));
      }
      assertThat(page.locator("#checks tbody tr").first().isVisible())
          .as("checks are printed, folded or not")
          .isTrue();
    }
  }

  private static final String PRINTED =
      "link => link.innerText + (getComputedStyle(link, '::after').content || '')"
          + ".replace('normal', '').replace('none', '')";

  @ParameterizedTest
  @CsvSource({
    NUXT + ", false, Checks 12 of 12 passed",
    "/package/windrow/v/8.2.1, false, Checks 12 of 12 passed",
    "/package/lanternfish/v/1.2.0, true, 'Checks 2 failed, 10 of 12 passed'",
    "/package/nuxt/v/1.0.0, false, Check of the registry signature 1 of 1 passed",
  })
  void shouldFoldTheChecksUnlessOneFailed(String path, boolean isOpen, String summary) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      Locator checks = visit.page().locator("#checks");
      assertThat(checks.locator("summary").innerText()).isEqualTo(summary);
      assertThat(checks.getAttribute("open") != null).isEqualTo(isOpen);
    }
  }

  @Test
  void shouldAskTheQuestionsOfThePageAboutChecks() {
    List<String> asked;
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      asked = visit.page().locator("#checks tbody th").allTextContents();
    }
    assertThat(asked).hasSize(12);
    try (Visit visit = Visit.to(root.resolve("/about/checks"))) {
      assertThat(visit.page().locator("main").textContent()).contains(asked);
    }
  }

  @Test
  void shouldLeadToThisVersionsOwnListOfWhatIsProven() {
    try (Visit visit = Visit.to(root.resolve(NUXT))) {
      Page page = visit.page();
      page.locator(".limit a[href='#proven']").click();
      assertThat(page.url()).endsWith(NUXT + "#proven");
      Locator list = page.locator("#proven ~ ul").first();
      assertThat(list.isVisible()).isTrue();
      assertThat(list.innerText()).contains("It was built from commit 412786a");
    }
    try (Visit visit = Visit.to(root.resolve("/package/lanternfish/v/1.2.0"))) {
      assertThat(visit.page().locator("#proven + p").innerText())
          .isEqualTo("Nothing is proven about where this version was built.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {NUXT, "/package/windrow/v/8.2.1", "/package/plumbline/v/1.14.1", "/package/nuxt"})
  void shouldFitFromPhoneToWideScreen(String path) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      for (int width : new int[] {Visit.PHONE, 390, 1000, Visit.DESKTOP, WIDE}) {
        visit.showAs(width, ColorScheme.LIGHT);
        PageRules.assertFits(visit);
      }
    }
  }
}
