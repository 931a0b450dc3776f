package dev.whence.provenance;

/** The result of one check. */
public enum CheckStatus {
  PASSED,
  FAILED,
  /** The check does not concern this kind of attestation. */
  NOT_APPLICABLE,
  /** Our side lacks what the check takes: no trust root, an unknown key. */
  INCONCLUSIVE
}
