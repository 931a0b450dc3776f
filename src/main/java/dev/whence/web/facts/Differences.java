package dev.whence.web.facts;

import dev.whence.address.PagePaths;
import dev.whence.insight.compare.Change;
import dev.whence.insight.compare.Comparison;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a version differs from the ones before it, a sentence for each difference.
 *
 * @param tone {@code warn} where one of them is less evidence or a changed source
 * @param items warnings first
 * @param before the version that it is compared with
 * @param path of the comparison side by side
 */
public record Differences(String tone, List<Item> items, String before, String path) {

  /**
   * One difference.
   *
   * @param lead {@code New in 8.2.1}
   */
  public record Item(String tone, String lead, Sentence sentence) {

    /** The mark's icon. */
    public String icon() {
      return Differences.icon(tone);
    }
  }

  /** Absent where nothing differs, and where there is nothing to compare with. */
  public static @Nullable Differences of(String packageName, Comparison comparison) {
    List<Change> changes = comparison.changes();
    if (changes.isEmpty()) {
      return null;
    }
    DifferenceWords words = new DifferenceWords(packageName, comparison);
    return new Differences(
        changes.getFirst().isWarning() ? "warn" : "plain",
        changes.stream().map(words::item).toList(),
        AspectWords.baseline(comparison).version(),
        PagePaths.version(packageName, comparison.version().version()) + "#comparison");
  }

  /** The mark's icon. */
  public String icon() {
    return icon(tone);
  }

  static String icon(String tone) {
    return switch (tone) {
      case "warn" -> "change";
      case "good" -> "verified";
      default -> "info";
    };
  }
}
