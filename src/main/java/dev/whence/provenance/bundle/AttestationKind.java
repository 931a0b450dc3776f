package dev.whence.provenance.bundle;

/** What an attestation states, by its signed predicate type. */
public enum AttestationKind {
  /** SLSA provenance, v0.2 or v1: how the package was built. */
  PROVENANCE,
  /** npm's publish attestation: the registry accepted this version. */
  PUBLISH,
  /** A predicate type that we do not interpret. */
  OTHER
}
