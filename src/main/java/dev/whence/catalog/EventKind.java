package dev.whence.catalog;

/** What can be noticed of a package from one crawl to the next. */
public enum EventKind {
  /** The registry says that the whole package was unpublished. */
  PACKAGE_UNPUBLISHED,
  /** It has versions again. */
  PACKAGE_RESTORED,
  /** The registry answers 404 for a package that it had. */
  PACKAGE_NOT_FOUND,
  /** It answers again. */
  PACKAGE_FOUND_AGAIN,
  /** Dist-tag {@code latest} points at the placeholder of npm's security team. */
  SECURITY_TAKEDOWN,
  /** It points elsewhere again. */
  TAKEDOWN_ENDED,
  /** The registry no longer has a version. */
  VERSION_REMOVED,
  /** It has it again. */
  VERSION_RESTORED,
  /** Before and after are the versions that a dist-tag points at. */
  DIST_TAG_ADDED,
  DIST_TAG_MOVED,
  DIST_TAG_REMOVED,
  /** Before and after are messages. */
  DEPRECATED,
  DEPRECATION_CHANGED,
  UNDEPRECATED,
  /** The registry names another publisher of a version that was published long since. */
  PUBLISHER_CHANGED,
  TRUSTED_PUBLISHER_CHANGED,
  APPROVER_CHANGED,
  /** The registry states another time at which a version was published. */
  PUBLISH_TIME_CHANGED,
  /** The registry states another digest of a version's file, by the same algorithm. */
  INTEGRITY_CHANGED,
  SHASUM_CHANGED,
  /** It states the digests by other algorithms; none that can be compared differs. */
  INTEGRITY_RESTATED,
  /** The registry answered 404 for an attestation response that it served before. */
  ATTESTATIONS_MISSING,
  /** A response is served again. */
  ATTESTATIONS_SERVED_AGAIN,
  /** The packument no longer advertises attestations that it did; nobody asked for them. */
  ATTESTATIONS_NOT_ADVERTISED,
  /** It advertises them again. */
  ATTESTATIONS_ADVERTISED_AGAIN
}
