package dev.whence.catalog;

/** Why the evidence of a version is pending or missing. */
public enum EvidenceReason {
  /** Pending: the attestation was not fetched yet. */
  FETCH,
  /** Pending: the request for the attestation failed, and is tried again. */
  FAILING,
  /** Pending: the attestation was fetched, and not checked yet. */
  CHECK,
  /** Missing: the registry lists the attestation, and answers 404 for it. */
  NOT_FOUND,
  /** Missing: the registry lists the attestation, and refuses to serve it. */
  REFUSED
}
