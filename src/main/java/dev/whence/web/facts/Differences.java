package dev.whence.web.facts;

import dev.whence.address.PagePaths;
import dev.whence.insight.compare.Change;
import dev.whence.insight.compare.Comparison;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences of a version from the versions before it, one sentence each.
 *
 * @param tone {@code warn} if one of them is less evidence or a changed source
 * @param items warnings first
 * @param before the baseline
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

  /** Absent if nothing differs, or if there is no version to compare with. */
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
