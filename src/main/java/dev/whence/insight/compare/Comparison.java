package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version beside its baseline: an earlier version.
 *
 * @param baseline the version to compare with; absent if there is no earlier version, or if we do
 *     not know it
 * @param compared the aspects that both state, equal or not, in the order in which pages show them
 * @param gap a release between the baseline and this one without good provenance, while the
 *     baseline has one; absent if the baseline is the release directly before
 * @param isFirst it has a provenance, and every earlier version is known to have none
 * @param hadProvenance how many earlier versions of the package have a provenance that was not
 *     rejected
 */
public record Comparison(
    VersionSummary version,
    @Nullable Baseline baseline,
    List<ComparedAspect> compared,
    @Nullable VersionSummary gap,
    boolean isFirst,
    int hadProvenance) {

  public Comparison {
    compared = List.copyOf(compared);
  }

  public EvidenceStanding standing() {
    return EvidenceStanding.of(version.evidence());
  }

  /** True if the release before has no provenance, but an earlier one and this one have it. */
  public boolean isRegained() {
    return gap != null && standing() == EvidenceStanding.PROVENANCE;
  }

  /** The changes, warnings first. */
  public List<Change> changes() {
    return Changes.of(this);
  }

  /** True if both name a repository with the same name. */
  public boolean hasSameRepositoryName() {
    @Nullable SourceRepository before = baseline == null ? null : Aspect.source(baseline.version());
    @Nullable SourceRepository after = Aspect.source(version);
    return before != null && after != null && before.sameNames(after);
  }

  public Optional<ComparedAspect> of(Aspect aspect) {
    return compared.stream().filter(one -> one.aspect() == aspect).findFirst();
  }

  /** True if there is less evidence than before, or a new source. */
  public boolean isWarning() {
    return compared.stream().anyMatch(one -> one.outcome().isWarning());
  }
}
