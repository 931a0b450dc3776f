package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.whence.address.PagePaths;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.testing.PageRules;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a packument or an attestation says stays text. */
@QuarkusTest
class HtmlInjectionInBrowserTest {

  /** Elements and attributes that no page of ours has, and what only a script could have set. */
  private static final String INJECTED =
      """
      () => [...document.querySelectorAll(
          'img, iframe, object, embed, style, base, textarea, script:not([src^="/assets/"])')]
        .map(element => element.outerHTML)
        .concat([...document.querySelectorAll('*')]
          .flatMap(element => [...element.attributes]
            .filter(attribute => /^on|^style$/i.test(attribute.name)
              || /^(href|src|action)$/i.test(attribute.name)
                && !/^(https?:|[/#?]|$)/i.test(attribute.value))
            .map(attribute => attribute.name + '=' + attribute.value)))
        .concat(window.pwned === undefined ? [] : ['a script ran'])
      """;

  @Inject CrawlWriter writer;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  static List<String> paths() {
    return List.of(
        "/",
        "/search?q=" + HostilePackage.NAME,
        "/search?q=" + URLEncoder.encode(HostilePackage.MARKUP, StandardCharsets.UTF_8),
        PagePaths.forPackage(HostilePackage.NAME),
        PagePaths.history(HostilePackage.NAME),
        PagePaths.forPackage(HostilePackage.FAILING),
        PagePaths.version(HostilePackage.NAME, HostilePackage.VERSION),
        PagePaths.version(HostilePackage.NAME, "0.9.0-" + HostilePackage.PART),
        PagePaths.repository(HostilePackage.SOURCE),
        PagePaths.workflow(HostilePackage.SOURCE, HostilePackage.PART),
        "/repositories",
        "/status",
        "/adoption",
        "/repository/github.com/"
            + URLEncoder.encode(HostilePackage.PART, StandardCharsets.UTF_8)
            + "/x");
  }

  @BeforeEach
  void store() {
    HostilePackage.store(writer);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void shouldShowMarkupAsText(String path) {
    try (Visit visit = Visit.to(root.resolve(path))) {
      assertThat(visit.status()).isIn(200, 404);
      assertThat((List<?>) visit.page().evaluate(INJECTED)).as("injected").isEmpty();
      PageRules.assertQuiet(visit);
      PageRules.assertFits(visit);
      visit.showAs(Visit.PHONE, com.microsoft.playwright.options.ColorScheme.LIGHT);
      PageRules.assertFits(visit);
    }
  }

  /** The test would prove nothing if the text were not on the page at all. */
  @Test
  void shouldShowTheTextAllTheSame() {
    try (Visit visit = Visit.to(root.resolve(PagePaths.forPackage(HostilePackage.NAME)))) {
      Page page = visit.page();
      assertThat(visit.status()).isEqualTo(200);
      assertThat(page.locator("main").innerText()).contains("<script>window.pwned=1");
    }
    try (Visit visit =
        Visit.to(root.resolve(PagePaths.version(HostilePackage.NAME, HostilePackage.VERSION)))) {
      assertThat(visit.status()).isEqualTo(200);
      assertThat(visit.page().locator("main").textContent()).contains("onerror=");
    }
    try (Visit visit = Visit.to(root.resolve(PagePaths.history(HostilePackage.NAME)))) {
      assertThat(visit.mainText()).contains("later {#each}").contains("<script>window.pwned=1");
    }
    try (Visit visit = Visit.to(root.resolve("/status"))) {
      assertThat(visit.mainText()).contains("<script>window.pwned=1");
    }
    try (Visit visit = Visit.to(root.resolve(PagePaths.repository(HostilePackage.SOURCE)))) {
      assertThat(visit.status()).isEqualTo(200);
    }
  }
}
