package dev.whence.insight.compare;

import dev.whence.insight.compare.Change.Kind;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the changes in a comparison. Marks in lists and sentences on pages use the same answer. */
final class Changes {

  private final Comparison comparison;
  private final Baseline baseline;

  private Changes(Comparison comparison, Baseline baseline) {
    this.comparison = comparison;
    this.baseline = baseline;
  }

  /** Warnings come first; the others follow in the order of the aspects. */
  static List<Change> of(Comparison comparison) {
    return comparison.baseline() == null
        ? List.of()
        : new Changes(comparison, comparison.baseline()).list();
  }

  private List<Change> list() {
    List<Change> warnings = new ArrayList<>();
    List<Change> others = new ArrayList<>();
    if (comparison.isRegained()) {
      others.add(new Change(Kind.PROVENANCE_REGAINED, null));
    }
    for (ComparedAspect compared : comparison.compared()) {
      @Nullable Kind kind = compared.isSame() ? null : kind(compared);
      if (kind != null) {
        Change change = new Change(kind, compared);
        (change.isWarning() ? warnings : others).add(change);
      }
    }
    warnings.addAll(others);
    return List.copyOf(warnings);
  }

  private @Nullable Kind kind(ComparedAspect compared) {
    return switch (compared.aspect()) {
      case EVIDENCE -> evidence();
      case REPOSITORY -> repository(compared);
      case REF -> Kind.REF;
      case WORKFLOW -> Kind.WORKFLOW;
      case TRIGGER -> Kind.TRIGGER;
      case RUNNER -> Kind.RUNNER;
      case BUILDER -> Kind.BUILDER;
      case PUBLISHER -> publisher(compared);
    };
  }

  private @Nullable Kind evidence() {
    boolean had = baseline.standing() == EvidenceStanding.PROVENANCE;
    return switch (comparison.standing()) {
      case PROVENANCE -> had ? unclear() : gained();
      case REJECTED -> had ? Kind.PROVENANCE_REJECTED : null;
      case NONE -> had ? Kind.PROVENANCE_LOST : null;
      case REMOVED -> Kind.REMOVED;
      case UNKNOWN -> had ? unclear() : null;
    };
  }

  /** A pending version is no difference yet. */
  private @Nullable Kind unclear() {
    return switch (comparison.version().evidence()) {
      case UNREADABLE -> Kind.PROVENANCE_UNREADABLE;
      case NOT_FOUND, REFUSED -> Kind.PROVENANCE_MISSING;
      case INCONCLUSIVE -> Kind.PROVENANCE_INCONCLUSIVE;
      case NONE,
          UNKNOWN,
          REMOVED,
          NOT_FETCHED,
          FAILING,
          PUBLISH_ONLY,
          NOT_CHECKED,
          REJECTED,
          VERIFIED ->
          null;
    };
  }

  private Kind gained() {
    if (baseline.standing() == EvidenceStanding.REJECTED) {
      return Kind.PROVENANCE_NOT_REJECTED;
    }
    return comparison.isFirst() ? Kind.PROVENANCE_FIRST : Kind.PROVENANCE_GAINED;
  }

  private Kind repository(ComparedAspect compared) {
    boolean isSameName = comparison.hasSameRepositoryName();
    if (compared.outcome() == Outcome.RENAMED) {
      return isSameName ? Kind.REPOSITORY_OWNER : Kind.REPOSITORY_RENAMED;
    }
    return isSameName ? Kind.REPOSITORY_OF_SAME_NAME : Kind.REPOSITORY;
  }

  /** Packages often have several publishers. Only a new account is a change. */
  private static @Nullable Kind publisher(ComparedAspect compared) {
    return switch (compared.outcome()) {
      case LESS -> Kind.TRUSTED_PUBLISHING_LOST;
      case MORE -> Kind.TRUSTED_PUBLISHING_GAINED;
      case NEW -> Kind.TRUSTED_PUBLISHER;
      case OTHER -> compared.asAfter() == 0 ? Kind.NEW_ACCOUNT : null;
      case SAME, RENAMED -> null;
    };
  }
}
