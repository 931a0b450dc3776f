package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Visit;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of adoption on a phone and by keyboard. */
@QuarkusTest
class AdoptionInBrowserTest {

  private static final int PHONE = 390;

  /** Whoever goes by keyboard must get past the table. */
  private static final String FOCUSABLE =
      """
      () => [...document.querySelectorAll('main table a[href]')]
        .filter(link => link.checkVisibility()).length
      """;

  @Inject CrawledRecording recording;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @BeforeEach
  void crawl() {
    recording.ensure();
  }

  @Test
  void shouldBeShortOnAPhone() {
    try (Visit visit = Visit.withoutJavaScript(root.resolve("/adoption"))) {
      visit.showAs(PHONE, ColorScheme.LIGHT);
      Page page = visit.page();

      assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight"))
          .isLessThan(3_000);
      assertThat(page.locator("main .plot:visible").count()).isEqualTo(2);
      assertThat((Boolean) page.evaluate(NOTHING_SCROLLS)).isTrue();
      visit.showAs(Visit.PHONE, ColorScheme.LIGHT);
      assertThat((Boolean) page.evaluate(NOTHING_SCROLLS)).as("at 360 px").isTrue();
    }
  }

  private static final String NOTHING_SCROLLS =
      """
      () => [...document.querySelectorAll('main *')].filter(element => element.checkVisibility())
        .every(element => element.scrollWidth <= element.clientWidth + 1
          || getComputedStyle(element).overflowX === 'visible')
      """;

  @Test
  void shouldLetTheKeyboardPassTheTable() {
    try (Visit visit = Visit.withoutJavaScript(root.resolve("/adoption"))) {
      Page page = visit.page();

      assertThat((Integer) page.evaluate(FOCUSABLE)).isPositive().isLessThan(60);
      assertThat(page.locator("#table").count()).isEqualTo(1);
      int latest = page.locator("main table").first().locator("tbody tr").count();
      assertThat(latest).isEqualTo(AdoptionTable.LATEST);
      page.locator("main a", new Page.LocatorOptions().setHasText("All ")).click();
      assertThat(page.locator("main table").first().locator("tbody tr").count())
          .isGreaterThan(latest);
    }
  }
}
