package dev.whence.catalog;

/** What stands behind one version's provenance: states that must never be mixed up. */
public enum Evidence {
  /** The packument advertises no attestation. */
  NO_ATTESTATION("no provenance"),
  /** Advertised; not fetched yet, or fetching failed and is tried again. */
  NOT_LOOKED_AT("not looked at yet"),
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
}
