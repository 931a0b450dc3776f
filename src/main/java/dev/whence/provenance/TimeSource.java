package dev.whence.provenance;

/** The source of an attestation's signing time. */
public enum TimeSource {
  /** Rekor v1's integrated time, covered by the signed entry timestamp. */
  TRANSPARENCY_LOG,
  /** An RFC 3161 timestamp authority. */
  TIMESTAMP_AUTHORITY
}
