package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import org.jspecify.annotations.Nullable;

/** The newest versions so far, of a release line or of a package. */
final class NewestVersions {

  private @Nullable VersionSummary withProvenance;
  private @Nullable VersionSummary known;
  private @Nullable VersionSummary any;

  void add(VersionSummary version) {
    EvidenceStanding standing = EvidenceStanding.of(version.evidence());
    any = version;
    if (standing.isKnown()) {
      known = version;
    }
    if (standing == EvidenceStanding.PROVENANCE) {
      withProvenance = version;
    }
  }

  /**
   * The newest version with a provenance that was not rejected. If there is none: the newest that
   * is known to have no provenance. If there is none either: the newest. So a version without
   * provenance in between cannot hide a loss or a new source.
   */
  @Nullable VersionSummary baseline() {
    if (withProvenance != null) {
      return withProvenance;
    }
    return known == null ? any : known;
  }

  /** The newest known version, if a version with provenance came before it. */
  @Nullable VersionSummary gap() {
    return withProvenance == null || withProvenance.equals(known) ? null : known;
  }
}
