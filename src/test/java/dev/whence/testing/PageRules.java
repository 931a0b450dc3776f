package dev.whence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** What every page must keep to, measured in the browser. */
public final class PageRules {

  /** Whole pages on slow phones: the limit that the design sets. */
  public static final long MAX_WEIGHT = 100_000;

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** Taller pages are cut; the rest of a long list looks like its beginning. */
  private static final int MAX_SHOT_HEIGHT = 6_000;

  private static final String OVERFLOWING =
      """
      () => {
        const edge = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= edge) return [];
        return [...document.body.querySelectorAll('*')]
          .filter(element => element.getBoundingClientRect().right > edge + 1)
          .map(element => element.tagName.toLowerCase() + '.' + element.getAttribute('class'))
          .concat('the page is ' + document.documentElement.scrollWidth + ' wide');
      }
      """;

  /** Each shift with what moved, from where and to where. */
  private static final String LAYOUT_SHIFTS =
      """
      () => new Promise(resolve => {
        const shifts = [];
        const place = box => [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
        new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
            entry.value + entry.sources.map(moved => ', ' + (moved.node
                ? (moved.node.outerHTML || moved.node.textContent).slice(0, 80) : 'a removed node')
              + ' from ' + place(moved.previousRect) + ' to ' + place(moved.currentRect)).join(''))))
          .observe({type: 'layout-shift', buffered: true});
        setTimeout(() => resolve(shifts), 100);
      })
      """;

  private PageRules() {}

  /** No error, no failed or foreign request, no dialog. */
  public static void assertQuiet(Visit visit) {
    assertThat(visit.problems()).as("what the browser complained of").isEmpty();
  }

  public static void assertLight(Visit visit) {
    assertThat(visit.weight()).as("bytes over the wire").isPositive().isLessThan(MAX_WEIGHT);
  }

  /** Nothing moves after it was painted. */
  public static void assertStill(Visit visit) {
    assertThat((List<?>) visit.page().evaluate(LAYOUT_SHIFTS)).as("layout shifts").isEmpty();
  }

  /** Nothing sticks out to the right, which would make the page scroll sideways. */
  public static void assertFits(Visit visit) {
    assertThat((List<?>) visit.page().evaluate(OVERFLOWING)).as("elements too wide").isEmpty();
  }

  /** axe-core finds nothing to complain of. */
  public static void assertAccessible(Visit visit) {
    List<String> violations =
        new AxeBuilder(visit.page())
            .setLegacyMode(true).analyze().getViolations().stream()
                .map(PageRules::describe)
                .toList();
    assertThat(violations).as("accessibility").isEmpty();
  }

  private static String describe(Rule rule) {
    List<String> nodes = rule.getNodes().stream().limit(3).map(PageRules::describe).toList();
    return rule.getId() + ": " + rule.getHelp() + " " + nodes;
  }

  private static String describe(CheckedNode node) {
    return node.getHtml() + " " + node.getFailureSummary();
  }

  /** Keeps a picture under {@code target/screenshots}. */
  public static void keepPicture(Visit visit, String name, int width, ColorScheme scheme) {
    int height = (Integer) visit.page().evaluate("() => document.documentElement.scrollHeight");
    String file = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    visit
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(file + ".png"))
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(height, MAX_SHOT_HEIGHT)));
  }
}
