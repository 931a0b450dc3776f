package dev.whence.web.version;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Baseline;
import dev.whence.insight.compare.ComparedAspect;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.EvidenceStanding;
import dev.whence.insight.compare.ReleaseLine;
import dev.whence.web.facts.AspectWords;
import dev.whence.web.facts.Mark;
import dev.whence.web.facts.MarkWords;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version beside its baseline.
 *
 * @param before the baseline; absent if there is none
 * @param compared the values that both state; unfolded if one differs
 */
public record ComparisonView(
    Sentence sentence, @Nullable String before, List<Row> compared, boolean isSame) {

  /** One line of the comparison. */
  public record Row(
      String what, String before, String after, boolean isWarning, boolean isChanged) {

    /** Two tags are the same kind of ref, but different tags. */
    public boolean isEqual() {
      return before.equals(after);
    }
  }

  /** Absent if there is no earlier version. */
  static @Nullable ComparisonView of(String name, Comparison comparison) {
    @Nullable Baseline baseline = comparison.baseline();
    VersionSummary version = comparison.version();
    if (baseline == null) {
      return version.publishedAt() == null && comparison.hadProvenance() > 0
          ? new ComparisonView(
              Sentence.of(
                  "Cannot compare: npm does not say when " + version.version() + " was published."),
              null,
              List.of(),
              true)
          : null;
    }
    return new ComparisonView(
        sentence(name, comparison, baseline),
        baseline.version().version(),
        comparison.compared().stream().map(one -> row(comparison, one)).toList(),
        comparison.compared().stream().allMatch(ComparedAspect::isSame));
  }

  private static Sentence sentence(String name, Comparison comparison, Baseline baseline) {
    String version = comparison.version().version();
    Sentence.Writer out = Sentence.write();
    if (comparison.standing() == EvidenceStanding.REMOVED) {
      out.words("Cannot compare: " + version + " was removed before we could fetch it. ");
      before(out, name, baseline);
      return out.words(" is" + which(baseline) + ".").end();
    }
    out.words("Compared with ");
    before(out, name, baseline);
    out.words("," + which(baseline) + ".");
    if (comparison.compared().isEmpty()) {
      return out.words(" We know too little about both to compare them.").end();
    }
    String lead = " Different: ";
    for (Mark mark : MarkWords.of(comparison)) {
      out.words(lead).mark(mark.tone(), mark.text());
      lead = "; ";
    }
    out.words(lead.equals("; ") ? "." : "");
    String same = same(comparison);
    return out.words(same.isEmpty() ? "" : " The same: " + same + ".").end();
  }

  private static void before(Sentence.Writer out, String name, Baseline baseline) {
    String version = baseline.version().version();
    out.page(PagePaths.version(name, version), version);
  }

  /**
   * {@code the newest earlier release of 4.x with provenance}. Without provenance it is only "an
   * earlier release": we may not know a newer one.
   */
  private static String which(Baseline baseline) {
    String of =
        ReleaseLine.of(baseline.version().version())
            .filter(_ -> baseline.isOnLine())
            .map(line -> " of " + line)
            .orElse(" of this package");
    if (baseline.standing() != EvidenceStanding.PROVENANCE) {
      return (baseline.isByNumber() ? " a lower release" : " an earlier release") + of;
    }
    return (baseline.isByNumber() ? " the next lower release" : " the newest earlier release")
        + of
        + " with provenance";
  }

  private static String same(Comparison comparison) {
    return comparison.compared().stream()
        .filter(ComparedAspect::isSame)
        .map(AspectWords::same)
        .collect(Collectors.joining(", "));
  }

  private static Row row(Comparison comparison, ComparedAspect compared) {
    return new Row(
        AspectWords.name(compared.aspect()),
        AspectWords.before(comparison, compared),
        AspectWords.after(comparison, compared),
        compared.outcome().isWarning(),
        !compared.isSame());
  }
}
