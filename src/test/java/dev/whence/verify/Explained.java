package dev.whence.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where this verifier and sigstore-java do not agree, each with its reason (docs/verification.md).
 */
enum Explained {
  /** Its parser passes over members that the specification does not have. */
  UNKNOWN_MEMBER(Part.FORM, false, "which the specification does not have", ""),
  /** Protobuf has a default for each absent member; a bundle without them cannot be verified. */
  ABSENT(Part.FORM, false, "is missing", ""),
  NOTHING_CHOSEN(Part.FORM, false, "there is none of", ""),
  /** Protobuf's parser takes numbers and booleans for text, and 1.0 or 1e3 for an integer. */
  NOT_TEXT(Part.FORM, false, "not text", ""),
  NOT_A_NUMBER(Part.FORM, false, "is not an integer from 0 on", ""),
  OUT_OF_RANGE(Part.FORM, false, "is out of range", ""),
  /** Its base64 decoder ignores the bits that fill the last digit. */
  STRAY_BITS(Part.FORM, false, "is not canonical base64", ""),
  NOT_BASE64(Part.FORM, false, "is not base64", ""),
  /** Its parser knows the bundle's form only: what the form holds is for its verifiers. */
  ANOTHER_VERSION(Part.FORM, false, "unknown bundle media type", ""),
  NOT_A_CERTIFICATE(Part.FORM, false, "the certificate", ""),
  NOT_A_TIMESTAMP(Part.FORM, false, "the timestamp", ""),
  OLD_MATERIAL(Part.FORM, false, "a v0.3 bundle needs a single certificate", ""),
  SIGNATURES(Part.FORM, false, "signatures where a bundle has exactly one", ""),
  MESSAGE(Part.FORM, false, "the bundle signs a file, not a statement", ""),
  STATEMENT(Part.FORM, false, "the statement is", ""),
  STATEMENT_PART(Part.FORM, false, "subject has", ""),
  TOO_MANY(Part.FORM, false, "has more than", ""),
  /** It demands a proof; a v0.1 bundle has the promise only. */
  PROMISE_ONLY(Part.LOG, true, "by a signed entry timestamp.", "No inclusion proof in entry"),
  /** It verifies entries by themselves and does not know which the bundle's version must have. */
  NO_PROMISE(Part.LOG, false, "must have a signed entry timestamp", ""),
  /** It does not compare the index that a Rekor v2 entry states with that of its proof. */
  ANOTHER_INDEX(Part.LOG, false, "states another log index", ""),
  /** It finds logs by id, whatever the time, and gives no time of its own to a certificate. */
  LOG_AT_ANOTHER_TIME(Part.LOG, false, "The log's key counts from", ""),
  AUTHORITY_AT_ANOTHER_TIME(Part.CERTIFICATE, false, "trusted from", ""),
  /** It builds the path from what the bundle brings along, which may be anything here. */
  CHAIN_BROUGHT_ALONG(Part.CERTIFICATE, true, "Issued by", "not verifiable against CAs"),
  CHAIN_UNREADABLE(Part.CERTIFICATE, true, "Issued by", "Unable to initialize");

  /** What is compared. */
  enum Part {
    FORM,
    CERTIFICATE,
    LOG,
    TIMESTAMPS
  }

  private final Part part;
  private final boolean ours;
  private final String reason;
  private final String theirs;

  /**
   * @param ours whether ours passes, and theirs not
   * @param reason ours contains this
   * @param theirs contains this
   */
  Explained(Part part, boolean ours, String reason, String theirs) {
    this.part = part;
    this.ours = ours;
    this.reason = reason;
    this.theirs = theirs;
  }

  /** As docs/verification.md names it. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a disagreement; empty for one that nobody has explained. */
  static Optional<Explained> of(Part part, boolean ours, String reason, String theirs) {
    return Arrays.stream(values())
        .filter(
            kind ->
                kind.part == part
                    && kind.ours == ours
                    && reason.contains(kind.reason)
                    && theirs.contains(kind.theirs))
        .findFirst();
  }
}
