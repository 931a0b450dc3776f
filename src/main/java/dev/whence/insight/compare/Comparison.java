package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version beside the one before it.
 *
 * @param baseline what it is compared with; absent where nothing came before it, or where we do not
 *     know what did
 * @param compared what both state, equal or not, in the order in which people read it
 * @param gap a release between the baseline and this one that has no good provenance, as the
 *     baseline has; absent where the baseline is the release before
 * @param isFirst it has a provenance, and every earlier version is known to have none
 * @param hadProvenance how many earlier versions of the package have a provenance that was not
 *     rejected
 */
public record Comparison(
    VersionSummary version,
    @Nullable Baseline baseline,
    List<Compared> compared,
    @Nullable VersionSummary gap,
    boolean isFirst,
    int hadProvenance) {

  public Comparison {
    compared = List.copyOf(compared);
  }

  public Standing standing() {
    return Standing.of(version.evidence());
  }

  /** True where the release before has no provenance, and an earlier one and this one have it. */
  public boolean isRegained() {
    return gap != null && standing() == Standing.PROVENANCE;
  }

  /** What is worth telling of the differences, warnings first. */
  public List<Change> changes() {
    return Changes.of(this);
  }

  /** True where both name a repository, and by the same name. */
  public boolean hasSameRepositoryName() {
    @Nullable SourceRepository before = baseline == null ? null : Aspect.source(baseline.version());
    @Nullable SourceRepository after = Aspect.source(version);
    return before != null && after != null && before.sameNames(after);
  }

  public Optional<Compared> of(Aspect aspect) {
    return compared.stream().filter(one -> one.aspect() == aspect).findFirst();
  }

  /** True where some evidence is less than before, or the source is another one. */
  public boolean isWarning() {
    return compared.stream().anyMatch(one -> one.outcome().isWarning());
  }
}
