package dev.whence.catalog;

import java.util.Arrays;
import java.util.List;

/** What stands behind one version's provenance: states that must never be mixed up. */
public enum Evidence {
  /** The packument advertises no attestation. */
  NO_ATTESTATION("no provenance"),
  /** The registry passes on neither signatures nor attestations, so its silence says nothing. */
  UNKNOWN("unknown"),
  /** The registry removed the version before an attestation of it could be fetched. */
  REMOVED("removed"),
  /** Advertised, and not asked for yet. */
  NOT_LOOKED_AT("not looked at yet"),
  /** Advertised, but the registry refuses it (401, 403, 405, 410, 451). */
  REFUSED("refused"),
  /** Advertised; asking for it failed and is tried again. */
  FAILING("failing"),
  /** Advertised, but the registry answers 404 for it. */
  NOT_SERVED("advertised but not served"),
  /** Served, but not readable as attestations. */
  UNREADABLE("unreadable"),
  /** The registry serves npm's publish attestation and no provenance. */
  PUBLISH_ONLY("publish attestation only"),
  /** Stored, not verified yet. */
  NOT_VERIFIED("not checked yet"),
  /** Verified as far as we could; something on our side was lacking. */
  UNDECIDED("could not be checked"),
  /** A check failed. */
  REJECTED("rejected"),
  /** Every applicable check passed. */
  VERIFIED("checked");

  private final String title;

  Evidence(String title) {
    this.title = title;
  }

  /** The words that pages use. */
  public String title() {
    return title;
  }

  /**
   * Whether it can be known that a version has or had provenance. Adoption counts only such
   * versions.
   */
  public boolean canBeKnown() {
    return this != UNKNOWN && this != REMOVED;
  }

  /** Those that adoption counts. */
  public static List<Evidence> counted() {
    return Arrays.stream(values()).filter(Evidence::canBeKnown).toList();
  }
}
