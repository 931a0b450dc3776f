package dev.whence.web;

import static dev.whence.web.PageCheck.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.testing.ChangedPackage;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Every page as people meet it: in a browser. */
@QuarkusTest
class PagesInBrowserTest {

  private static final int MORE_THAN_ANY_HEADER = 40;

  @Inject CrawledRecording recording;
  @Inject CrawlWriter writer;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  static List<PageCheck> pages() {
    return List.of(
        page("home", "/"),
        page("search", "/search?q=sigstore"),
        page("search-commit", "/search?q=412786a"),
        page("search-nothing", "/search?q=no-such-thing-at-all"),
        page("package-nuxt", "/package/nuxt"),
        page("package-scoped", "/package/@laurentsimon/provenance-npm-test"),
        page("package-without-provenance", "/package/is-odd"),
        page("package-changed", "/package/" + ChangedPackage.NAME),
        page("package-taken-down", "/package/" + ChangedPackage.TAKEN_DOWN),
        page("history", "/package/" + ChangedPackage.NAME + "/history"),
        page("history-none", "/package/nuxt/history"),
        page("version-nuxt", "/package/nuxt/v/4.1.2"),
        page("version-promise-only", "/package/sigstore/v/0.4.0"),
        page("version-slsa3", "/package/@laurentsimon/provenance-npm-test/v/1.0.5"),
        page("packages", "/packages"),
        page("packages-narrowed", "/packages?q=s&evidence=verified&level=l2&sort=name"),
        page("versions", "/versions"),
        page(
            "versions-narrowed",
            "/versions?repository=github.com/sigstore/sigstore-js&to=2026-01-01"),
        page("versions-none", "/versions?evidence=rejected&verdict=rejected&level=l3"),
        page("repositories", "/repositories"),
        page("repositories-by-name", "/repositories?q=s&sort=name"),
        page("repository", "/repository/github.com/sigstore/sigstore-js"),
        page("repository-nuxt", "/repository/github.com/nuxt/nuxt"),
        page(
            "workflow",
            "/repository/github.com/sigstore/sigstore-js/workflow/.github/workflows/release.yml"),
        page("status", "/status"),
        page("adoption", "/adoption"),
        page("about", "/about"),
        page("about-checks", "/about/checks"),
        page("about-levels", "/about/levels"),
        page("about-states", "/about/states"),
        page("api", "/api"),
        new PageCheck("no-such-package", "/package/no-such-package-here", 404),
        new PageCheck("no-such-page", "/no/such/page", 404));
  }

  @BeforeEach
  void crawl() {
    recording.ensure();
    ChangedPackage.store(writer);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldKeepEveryRule(PageCheck page) {
    page.run(root);
  }

  @Test
  void shouldGoToTheSearchBoxBySlash() {
    try (Visit visit = Visit.to(root.resolve("/about"))) {
      Page page = visit.page();
      page.keyboard().press("/");
      assertThat(focused(page)).isEqualTo("q");
      page.keyboard().type("a/b");
      assertThat(page.locator("#q").inputValue()).isEqualTo("a/b");
    }
  }

  @Test
  void shouldSkipToTheContentByKeyboard() {
    try (Visit visit = Visit.to(root.resolve("/about"))) {
      Page page = visit.page();
      page.keyboard().press("Tab");
      Locator skip = page.locator(":focus");
      assertThat(skip.getAttribute("href")).isEqualTo("#main");
      assertThat(skip.boundingBox().x).isNotNegative();
      page.keyboard().press("Enter");
      assertThat(focused(page)).isEqualTo("main");
      page.keyboard().press("Tab");
      assertThat(page.locator("main :focus").count()).isEqualTo(1);
    }
  }

  /** Focus follows the page from top to bottom, and can always be seen. */
  @Test
  void shouldTabThroughInTheOrderOfReading() {
    try (Visit visit = Visit.to(root.resolve("/about"))) {
      Page page = visit.page();
      page.evaluate("() => { window.seen = []; }");
      for (int i = 0; i < MORE_THAN_ANY_HEADER; i++) {
        page.keyboard().press("Tab");
        assertThat(page.evaluate(FOCUS_STEP)).as("tab stop %d", i + 1).isEqualTo("ok");
      }
    }
  }

  private static final String FOCUS_STEP =
      """
      () => {
        const now = document.activeElement;
        if (!now || now === document.body) return 'ok';
        const before = window.seen.at(-1);
        if (window.seen.includes(now)) return 'ok';
        window.seen.push(now);
        const box = now.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return 'invisible: ' + now.outerHTML;
        if (getComputedStyle(now).outlineStyle === 'none') return 'no outline: ' + now.outerHTML;
        const after = !before
          || before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
        return after ? 'ok' : 'out of order: ' + now.outerHTML;
      }
      """;

  private static Object focused(Page page) {
    return page.evaluate("() => document.activeElement.id");
  }
}
