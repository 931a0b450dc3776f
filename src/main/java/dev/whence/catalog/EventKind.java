package dev.whence.catalog;

/** The kinds of change of a package that a crawl can notice. */
public enum EventKind {
  /** The registry says that the whole package was unpublished. */
  PACKAGE_UNPUBLISHED,
  /** The package has versions again. */
  PACKAGE_RESTORED,
  /** The registry answers 404 for a package that it had before. */
  PACKAGE_NOT_FOUND,
  /** The registry has the package again. */
  PACKAGE_FOUND_AGAIN,
  /** Dist-tag {@code latest} points at the placeholder of npm's security team. */
  SECURITY_TAKEDOWN,
  /** {@code latest} points at another version again. */
  TAKEDOWN_ENDED,
  /** The registry has removed a version. */
  VERSION_REMOVED,
  /** The registry has a removed version again. */
  VERSION_RESTORED,
  /** A dist-tag points at another version. Before and after are these versions. */
  DIST_TAG_ADDED,
  DIST_TAG_MOVED,
  DIST_TAG_REMOVED,
  /** The deprecation changed. Before and after are its messages. */
  DEPRECATED,
  DEPRECATION_CHANGED,
  UNDEPRECATED,
  /** The registry names another publisher for a version that existed already. */
  PUBLISHER_CHANGED,
  TRUSTED_PUBLISHER_CHANGED,
  APPROVER_CHANGED,
  /** The registry states another time at which a version was published. */
  PUBLISH_TIME_CHANGED,
  /** The registry states another digest of a version's file, by the same algorithm. */
  INTEGRITY_CHANGED,
  SHASUM_CHANGED,
  /** The registry states digests by other algorithms. No digest that can be compared differs. */
  INTEGRITY_RESTATED,
  /** The registry answered 404 for an attestation response that it served before. */
  ATTESTATIONS_MISSING,
  /** The registry serves the attestation response again. */
  ATTESTATIONS_SERVED_AGAIN,
  /** The packument no longer lists the attestations of a version. We did not ask for them. */
  ATTESTATIONS_NOT_ADVERTISED,
  /** The packument lists them again. */
  ATTESTATIONS_ADVERTISED_AGAIN
}
