package dev.whence.verify.check;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.Missing;
import dev.whence.verify.trust.Confirmed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The check of something that our trust material lacks. It may be newer than the material, which is
 * ours to know: the check is inconclusive. Only where the material's source confirmed it after the
 * time of signing has it never heard of the thing, and the check has failed.
 *
 * <p>The time of signing is a claim: who would vouch for it may be what is lacking. Who claims a
 * later one gets an inconclusive check in place of a failed one, never a passed one, and not for
 * long: what we have seen was signed by then.
 */
final class Lacking {

  private Lacking() {}

  /** The result of a check of a bundle. */
  static Check check(CheckKind check, Missing missing, String what, CheckInput in) {
    return check(check, missing.signedBy(in.seenAt()), what, in.trust().confirmed());
  }

  /**
   * The check's result.
   *
   * @param what begins a sentence, and names the thing: {@code The log “…”}
   */
  static Check check(CheckKind check, Missing missing, String what, Confirmed confirmed) {
    @Nullable Instant signedAt = missing.judgedAfter();
    @Nullable Instant confirmedAt = confirmed.of(missing.kind());
    return signedAt != null && confirmedAt != null && confirmedAt.isAfter(signedAt)
        ? Check.failed(
            check,
            what
                + " is not in our trust material, which its source confirmed at "
                + confirmedAt
                + ". This is from before, from "
                + signedAt
                + ".")
        : Check.missing(
            check, missing, what + " is not in our trust material, so this could not be checked.");
  }
}
