package dev.whence.insight.compare;

import dev.whence.catalog.Evidence;
import org.jspecify.annotations.Nullable;

/** What matters of an evidence when two versions are compared. */
public enum Standing {
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

  public static Standing of(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED, INCONCLUSIVE, NOT_CHECKED -> PROVENANCE;
      case REJECTED -> REJECTED;
      case NONE, PUBLISH_ONLY -> NONE;
      case REMOVED -> REMOVED;
      case UNKNOWN, NOT_FETCHED, REFUSED, FAILING, NOT_FOUND, UNREADABLE -> UNKNOWN;
    };
  }

  /** Whether it has a provenance, whatever it is worth; null where we do not know. */
  public @Nullable Boolean hasProvenance() {
    return switch (this) {
      case PROVENANCE, REJECTED -> true;
      case NONE -> false;
      case REMOVED, UNKNOWN -> null;
    };
  }

  boolean isKnown() {
    return this == PROVENANCE || this == REJECTED || this == NONE;
  }
}
