package dev.whence.demo;

/** How the registry answers for a version's attestations. */
enum Served {
  /** As issued. */
  WHOLE,
  /** The statement was changed after signing. */
  TAMPERED,
  /** The answer is JSON, and no list of attestations. */
  UNREADABLE,
  /** Advertised, but 404. */
  MISSING,
  /** npm's publish attestation alone. */
  PUBLISH_ONLY
}
