package dev.whence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.whence.testing.PageRules;
import dev.whence.testing.Visit;
import java.net.URI;

/**
 * A page of ours in the browser: every rule, in light and dark, on a desktop and on a phone.
 *
 * @param name of its pictures
 * @param path what is asked for
 * @param status the answer's
 */
record PageCheck(String name, String path, int status) {

  static PageCheck page(String name, String path) {
    return new PageCheck(name, path, 200);
  }

  void run(URI root) {
    URI address = root.resolve(path);
    String mainText;
    try (Visit visit = Visit.to(address)) {
      assertThat(visit.status()).isEqualTo(status);
      PageRules.assertStill(visit);
      PageRules.assertLight(visit);
      for (int width : new int[] {Visit.DESKTOP, Visit.PHONE}) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          visit.showAs(width, scheme);
          PageRules.keepPicture(visit, name, width, scheme);
          PageRules.assertFits(visit);
          if (width == Visit.DESKTOP || scheme == ColorScheme.LIGHT) {
            PageRules.assertAccessible(visit);
          }
        }
      }
      visit.showAs(Visit.DESKTOP, ColorScheme.LIGHT);
      mainText = words(visit);
      PageRules.assertQuiet(visit);
    }
    try (Visit plain = Visit.withoutJavaScript(address)) {
      assertThat(words(plain)).as("the same without JavaScript").isEqualTo(mainText);
      PageRules.assertQuiet(plain);
    }
  }

  /**
   * The words of a page. Copy buttons are comfort: they show themselves only where a script can
   * serve them, and leave no gap. Ages grow between two visits.
   */
  private static String words(Visit visit) {
    return visit
        .mainText()
        .replaceAll("Copy \\S+ in full", " ")
        .replaceAll("just now|\\d+ (?:minute|second)s? ago", "lately")
        .replaceAll("\\s+", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
