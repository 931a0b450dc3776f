package dev.whence.verify.check;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.MissingTrust;
import dev.whence.verify.trust.TrustConfirmation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check that needs something that our trust material lacks. The thing may be newer
 * than our material: then the check is inconclusive. If the source confirmed the material after the
 * time of signing, the source does not know the thing, and the check fails.
 *
 * <p>The time of signing is a claim, because the missing thing may be the one that states it. A
 * later claim gives an inconclusive check instead of a failed one, never a passed one. This does
 * not last: bytes that we have seen were signed before.
 */
final class MissingTrustResult {

  private MissingTrustResult() {}

  /** The result of a check of a bundle. */
  static Check check(CheckKind check, MissingTrust missing, String what, CheckInput in) {
    return check(check, missing.signedBy(in.seenAt()), what, in.trust().confirmed());
  }

  /**
   * The check's result.
   *
   * @param what the begin of a sentence, which names the thing: {@code The log “…”}
   */
  static Check check(
      CheckKind check, MissingTrust missing, String what, TrustConfirmation confirmed) {
    @Nullable Instant signedAt = missing.judgedAfter();
    @Nullable Instant confirmedAt = confirmed.of(missing.kind());
    return signedAt != null && confirmedAt != null && confirmedAt.isAfter(signedAt)
        ? Check.failed(
            check,
            what
                + " is not in our trust material. Its source confirmed the material at "
                + confirmedAt
                + ", after the signing at "
                + signedAt
                + ".")
        : Check.missing(check, missing, what + " is not in our trust material.");
  }
}
