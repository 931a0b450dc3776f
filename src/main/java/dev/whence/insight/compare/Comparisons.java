package dev.whence.insight.compare;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import dev.whence.provenance.SourceRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a version with its baseline, and says how each aspect changed. */
final class Comparisons {

  private static final String SELF_HOSTED = "self-hosted";

  private final VersionSummary before;
  private final VersionSummary after;
  private final EarlierVersions earlier;
  private final EarlierVersions all;
  private final List<ComparedAspect> compared = new ArrayList<>();

  private Comparisons(
      VersionSummary before, VersionSummary after, EarlierVersions earlier, EarlierVersions all) {
    this.before = before;
    this.after = after;
    this.earlier = earlier;
    this.all = all;
  }

  /** A version without an earlier version to compare with. */
  static Comparison alone(VersionSummary version, EarlierVersions all) {
    return new Comparison(
        version, null, List.of(), null, isFirst(version, all), all.stated(Aspect.EVIDENCE));
  }

  /** A version whose place among the others is not known. */
  static Comparison unplaced(VersionSummary version, EarlierVersions all) {
    return new Comparison(version, null, List.of(), null, false, all.stated(Aspect.EVIDENCE));
  }

  /**
   * A version beside its baseline.
   *
   * @param earlier the earlier versions with which this one may be compared
   * @param all every earlier version
   */
  static Comparison of(
      VersionSummary version,
      Baseline baseline,
      @Nullable VersionSummary gap,
      EarlierVersions earlier,
      EarlierVersions all) {
    EvidenceStanding standing = EvidenceStanding.of(version.evidence());
    Comparisons comparing = new Comparisons(baseline.version(), version, earlier, all);
    comparing.evidence(baseline.standing(), standing);
    if (standing == EvidenceStanding.PROVENANCE
        && baseline.standing() == EvidenceStanding.PROVENANCE) {
      Aspect.STATED.forEach(comparing::stated);
    }
    comparing.publisher();
    return new Comparison(
        version,
        baseline,
        comparing.compared,
        gap,
        isFirst(version, all),
        all.stated(Aspect.EVIDENCE));
  }

  /** Only if every earlier version is known to have no provenance. */
  private static boolean isFirst(VersionSummary version, EarlierVersions all) {
    return EvidenceStanding.of(version.evidence()) == EvidenceStanding.PROVENANCE
        && all.isWithoutProvenance();
  }

  private void evidence(EvidenceStanding was, EvidenceStanding is) {
    if (before.evidence() == Evidence.VERIFIED && isUnclear(is)) {
      add(Aspect.EVIDENCE, Outcome.OTHER);
      return;
    }
    boolean isSame = was == is && before.evidence() == after.evidence();
    if (was.isKnown() && is != EvidenceStanding.UNKNOWN && (isSame || was != is)) {
      add(Aspect.EVIDENCE, isSame ? Outcome.SAME : direction(was, is));
    }
  }

  /** We do not know what the version's provenance is worth, or whether it has any. */
  private boolean isUnclear(EvidenceStanding is) {
    return is == EvidenceStanding.UNKNOWN
        || (is == EvidenceStanding.PROVENANCE && after.evidence() != Evidence.VERIFIED);
  }

  private static Outcome direction(EvidenceStanding was, EvidenceStanding is) {
    if (was == EvidenceStanding.PROVENANCE) {
      return Outcome.LESS;
    }
    return is == EvidenceStanding.PROVENANCE ? Outcome.MORE : Outcome.OTHER;
  }

  private void stated(Aspect aspect) {
    if (aspect.value(before) != null && aspect.value(after) != null) {
      add(aspect, aspect.isSame(before, after) ? sameness(aspect) : difference(aspect));
    }
  }

  private Outcome sameness(Aspect aspect) {
    return aspect == Aspect.REPOSITORY && isRenamed() ? Outcome.RENAMED : Outcome.SAME;
  }

  private boolean isRenamed() {
    SourceRepository was = Objects.requireNonNull(Aspect.source(before));
    SourceRepository is = Objects.requireNonNull(Aspect.source(after));
    return !was.sameNames(is)
        || (was.ownerId() != null && is.ownerId() != null && !was.ownerId().equals(is.ownerId()));
  }

  private Outcome difference(Aspect aspect) {
    if (aspect == Aspect.RUNNER && SELF_HOSTED.equals(aspect.value(before))) {
      return Outcome.MORE;
    }
    if (aspect == Aspect.BUILDER && isHigherLevel()) {
      return Outcome.MORE;
    }
    return measure(aspect).same(aspect, after) > 0 ? Outcome.OTHER : Outcome.NEW;
  }

  private boolean isHigherLevel() {
    return after.level() != null
        && (before.level() == null || after.level().compareTo(before.level()) > 0);
  }

  private void publisher() {
    if (before.trustedPublisher() != null) {
      publisherAfterTrusted(before.trustedPublisher());
    } else if (before.publisher() != null && after.trustedPublisher() != null) {
      add(Aspect.PUBLISHER, Outcome.MORE);
    } else if (before.publisher() != null && after.publisher() != null) {
      // Packages often have several publishers, so another one is shown, but without a warning.
      boolean isSame = before.publisher().equals(after.publisher());
      add(Aspect.PUBLISHER, isSame ? Outcome.SAME : Outcome.OTHER);
    }
  }

  private void publisherAfterTrusted(String service) {
    if (after.trustedPublisher() != null) {
      boolean isSame = service.equals(after.trustedPublisher());
      add(Aspect.PUBLISHER, isSame ? Outcome.SAME : difference(Aspect.PUBLISHER));
    } else if (after.publisher() != null) {
      add(Aspect.PUBLISHER, Outcome.LESS);
    }
  }

  private void add(Aspect aspect, Outcome outcome) {
    compared.add(
        new ComparedAspect(
            aspect,
            Objects.requireNonNull(aspect.value(before)),
            Objects.requireNonNull(aspect.value(after)),
            outcome,
            measure(aspect).stated(aspect),
            measure(aspect).same(aspect, before),
            measure(aspect).same(aspect, after)));
  }

  /** Who published a prerelease has published before, so prereleases count here. */
  private EarlierVersions measure(Aspect aspect) {
    return aspect == Aspect.PUBLISHER ? all : earlier;
  }
}
