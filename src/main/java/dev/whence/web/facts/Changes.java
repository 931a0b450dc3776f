package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Baseline;
import dev.whence.insight.compare.Compared;
import dev.whence.insight.compare.Compared.Outcome;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between a version and the one before it, a mark for each difference. */
public final class Changes {

  private Changes() {}

  /** {@code provenance lost}, {@code another repository}, {@code now by trusted publishing}. */
  public static List<Mark> marks(Comparison comparison) {
    List<Mark> marks = new ArrayList<>();
    @Nullable Baseline baseline = comparison.baseline();
    if (baseline == null) {
      return marks;
    }
    if (comparison.isRegained()) {
      marks.add(Mark.plain("provenance regained"));
    }
    for (Compared compared : comparison.compared()) {
      @Nullable String text = compared.isSame() ? null : text(comparison, compared);
      if (text != null) {
        marks.add(compared.outcome().isWarning() ? Mark.warn(text) : Mark.plain(text));
      }
    }
    return marks;
  }

  private static @Nullable String text(Comparison comparison, Compared compared) {
    return switch (compared.aspect()) {
      case EVIDENCE -> evidence(comparison);
      case REPOSITORY -> repository(comparison, compared);
      case REF -> "built from " + ProvenanceWords.ref(compared.after());
      case WORKFLOW -> "another workflow";
      case TRIGGER -> "another trigger";
      case RUNNER -> "another runner";
      case BUILDER -> "another builder";
      case PUBLISHER -> publisher(compared);
    };
  }

  private static @Nullable String evidence(Comparison comparison) {
    Baseline baseline = Objects.requireNonNull(comparison.baseline());
    String before = baseline.version().version();
    return switch (comparison.standing()) {
      case PROVENANCE -> {
        if (baseline.standing() == Standing.REJECTED) {
          yield "not rejected, unlike " + before;
        }
        yield comparison.isFirst() ? "first with provenance" : "has provenance, unlike " + before;
      }
      case REJECTED ->
          baseline.standing() == Standing.PROVENANCE ? "rejected, unlike " + before : null;
      case NONE -> baseline.standing() == Standing.PROVENANCE ? "provenance lost" : null;
      case REMOVED -> "removed before we could look";
      case UNKNOWN -> null;
    };
  }

  private static String repository(Comparison comparison, Compared compared) {
    boolean isSameName = AspectWords.isSameName(comparison, compared);
    if (compared.outcome() == Outcome.RENAMED) {
      return isSameName ? "repository has another owner" : "repository renamed";
    }
    return isSameName ? "another repository of the same name" : "another repository";
  }

  /** One person for another is daily business, unless the account never published before. */
  private static @Nullable String publisher(Compared compared) {
    return switch (compared.outcome()) {
      case LESS -> "no longer by trusted publishing";
      case MORE -> "now by trusted publishing";
      case NEW -> "another trusted publisher";
      case OTHER -> compared.asAfter() == 0 ? "first release by " + compared.after() : null;
      case SAME, RENAMED -> null;
    };
  }

  /** Null where we do not know. */
  public static @Nullable Boolean hasProvenance(Evidence evidence) {
    return switch (Standing.of(evidence)) {
      case PROVENANCE, REJECTED -> true;
      case NONE -> false;
      case REMOVED, UNKNOWN -> null;
    };
  }
}
