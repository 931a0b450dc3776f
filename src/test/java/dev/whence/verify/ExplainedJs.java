package dev.whence.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where this verifier and sigstore-js do not agree, each with its reason (docs/verification.md).
 */
enum ExplainedJs {
  /** It reads the members that it knows. */
  JS_UNKNOWN_MEMBER("which the specification does not have", ""),
  /** It looks at no key id beside a certificate. */
  JS_KEY_ID("The envelope names the key", ""),
  /** Its reader turns what it finds into text, numbers and lists, and needs no member. */
  JS_ANOTHER_TYPE("is missing or not", ""),
  JS_ABSENT("is missing or empty", ""),
  JS_NOT_TEXT("is not text", ""),
  JS_NOT_A_NUMBER("is not an integer from 0 on", ""),
  /** It takes root hash and tree size from the checkpoint, whatever the proof says beside it. */
  JS_ROOT_BESIDE_CHECKPOINT("does not lead from this entry to the log's root hash", ""),
  /** It expects the payload's digest where the log has that of the pre-authentication encoding. */
  JS_ENVELOPE_IN_HASHEDREKORD("", "TLOG_BODY_ERROR: digest mismatch"),
  /** One timestamp twice says no more than once. */
  JS_TIMESTAMP_TWICE("", "TIMESTAMP_ERROR: duplicate timestamp");

  private final String ours;
  private final String theirs;

  /**
   * @param ours one of our reasons contains this; empty where ours passes
   * @param theirs its error contains this; empty where it passes
   */
  ExplainedJs(String ours, String theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /** As docs/verification.md names it. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a disagreement; empty for one that nobody has explained. */
  static Optional<ExplainedJs> of(List<String> reasons, String problem) {
    return Arrays.stream(values())
        .filter(
            kind ->
                kind.ours.isEmpty() == reasons.isEmpty()
                    && kind.theirs.isEmpty() == problem.isEmpty()
                    && problem.contains(kind.theirs)
                    && (reasons.isEmpty()
                        || reasons.stream().anyMatch(reason -> reason.contains(kind.ours))))
        .findFirst();
  }
}
