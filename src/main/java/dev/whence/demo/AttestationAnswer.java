package dev.whence.demo;

/** How the registry answers for a version's attestations. */
enum AttestationAnswer {
  /** As issued. */
  WHOLE,
  /** The statement was changed after signing. */
  TAMPERED,
  /** The answer is JSON, but not a list of attestations. */
  UNREADABLE,
  /** Advertised, but 404. */
  MISSING,
  /** Only npm's publish attestation. */
  PUBLISH_ONLY
}
