package dev.whence.demo.sigstore;

/** A fault that a bundle can have on purpose. Each changes as little else as possible. */
public enum Fault {
  /** The response labels the bundle with another predicate type than the signed one. */
  MISLABELLED,
  /** The certificate comes from an authority that was retired years before. */
  RETIRED_AUTHORITY,
  /** The certificate comes from an authority that the trusted root does not have. */
  UNKNOWN_AUTHORITY,
  /** The certificate names an issuer that is no CI service. */
  FOREIGN_ISSUER,
  /** The certificate names another issuer in its old extension. */
  TWO_ISSUERS,
  /** The certificate's build signer is another workflow than its subject. */
  OTHER_BUILD_SIGNER,
  /** The certificate states neither repository nor commit. */
  UNSTATED_SOURCE,
  /** The certificate is not one for code signing. */
  OTHER_KEY_USAGE,
  /** The certificate has no signed certificate timestamp. */
  NO_SCT,
  /** The signed certificate timestamp is about another certificate. */
  FORGED_SCT,
  /** The log entry names a log that the trusted root does not have. */
  UNKNOWN_LOG,
  /** There is no signed entry timestamp. */
  NO_PROMISE,
  /** The signed entry timestamp is by another key. */
  FORGED_PROMISE,
  /** There is no inclusion proof. */
  NO_PROOF,
  /** The inclusion proof leads to another root hash than it states. */
  WRONG_PROOF,
  /** The checkpoint is signed by another key. */
  FORGED_CHECKPOINT,
  /** The log's entry, though genuine, is about another bundle. */
  OTHER_ENTRY,
  /** The log entry is from an hour before the certificate began. */
  LOGGED_TOO_EARLY,
  /** The log entry is from an hour after the certificate had ended. */
  LOGGED_TOO_LATE,
  /** The timestamp is about another signature. */
  OTHER_TIMESTAMP,
  /** Another key than the certificate's signed, and that signature was logged. */
  FORGED_SIGNATURE,
  /** The statement was changed after it had been signed and logged. */
  TAMPERED_PAYLOAD,
  /** The predicate names no builder. */
  NO_BUILDER,
  /** The subject's digest is another file's. */
  OTHER_DIGEST,
  /** The publish attestation's predicate names another version than its subject. */
  OTHER_VERSION
}
