package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;

/**
 * The version that another one is compared with.
 *
 * @param isOnLine it is on the same release line; if false, it is the newest fitting version of the
 *     whole package
 * @param isByNumber no version of the package has a time, so the lower number counts as earlier
 */
public record Baseline(VersionSummary version, boolean isOnLine, boolean isByNumber) {

  public EvidenceStanding standing() {
    return EvidenceStanding.of(version.evidence());
  }
}
