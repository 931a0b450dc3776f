package dev.whence.web.version;

import dev.whence.address.PagePaths;
import dev.whence.insight.compare.Aspect;
import dev.whence.insight.compare.Baseline;
import dev.whence.insight.compare.ComparedAspect;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.EvidenceStanding;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line in place of the box of differences, because silence could also mean not compared. */
final class NoDifference {

  private NoDifference() {}

  /** Absent if there are differences, or no version to compare with. */
  static @Nullable Sentence of(String name, Comparison comparison) {
    @Nullable Baseline baseline = comparison.baseline();
    if (baseline == null || !comparison.changes().isEmpty()) {
      return null;
    }
    List<Aspect> other =
        comparison.compared().stream()
            .filter(compared -> !compared.isSame())
            .map(ComparedAspect::aspect)
            .toList();
    if (comparison.standing() == EvidenceStanding.UNKNOWN || other.contains(Aspect.EVIDENCE)) {
      return sentence("We cannot compare the provenance with ", name, baseline, ".");
    }
    return other.isEmpty()
        ? sentence("No difference from ", name, baseline, " in what we compare.")
        : sentence(
            "Only the publisher differs from ",
            name,
            baseline,
            ". This account published earlier versions, too.");
  }

  private static Sentence sentence(String first, String name, Baseline baseline, String last) {
    String version = baseline.version().version();
    return Sentence.write()
        .words(first)
        .page(PagePaths.version(name, version), version)
        .words(last)
        .end();
  }
}
