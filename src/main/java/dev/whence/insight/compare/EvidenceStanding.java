package dev.whence.insight.compare;

import dev.whence.catalog.Evidence;

/** The evidence of a version, reduced to the states that a comparison needs. */
public enum EvidenceStanding {
  /** It has a provenance that was not rejected. */
  PROVENANCE,
  /** It has a provenance, and a check of it failed. */
  REJECTED,
  /** It is known to have none. */
  NONE,
  /** Removed from the registry before we could fetch its attestation. */
  REMOVED,
  /** We do not know whether it has one. */
  UNKNOWN;

  public static EvidenceStanding of(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED, INCONCLUSIVE, NOT_CHECKED -> PROVENANCE;
      case REJECTED -> REJECTED;
      case NONE, PUBLISH_ONLY -> NONE;
      case REMOVED -> REMOVED;
      case UNKNOWN, NOT_FETCHED, REFUSED, FAILING, NOT_FOUND, UNREADABLE -> UNKNOWN;
    };
  }

  boolean isKnown() {
    return this == PROVENANCE || this == REJECTED || this == NONE;
  }
}
