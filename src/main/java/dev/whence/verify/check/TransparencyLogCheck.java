package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;

import dev.whence.provenance.Check;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.crypto.Validity;
import dev.whence.verify.trust.TrustMaterial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Check 4: a trusted transparency log confirms the entry, by its signed entry timestamp, by an
 * inclusion proof under a signed checkpoint, or by both. A v0.1 bundle must have the timestamp,
 * later ones the proof. If the other one is present, it must be right, too. The index of a Rekor v2
 * entry must equal its proof's.
 */
public final class TransparencyLogCheck {

  private TransparencyLogCheck() {}

  public static Check check(CheckInput in) {
    if (in.bundle().entries().isEmpty()) {
      return in.trust().hasLogs()
          ? Check.failed(TRANSPARENCY_LOG, "The bundle has no transparency log entry.")
          : Check.notApplicable(TRANSPARENCY_LOG, "This trust root has no transparency log.");
    }
    return Conclusion.worst(in.bundle().entries().stream().map(entry -> check(entry, in)).toList());
  }

  private static Check check(Bundle.Entry entry, CheckInput in) {
    Optional<TrustMaterial.Log> log = in.trust().log(entry.logId());
    if (log.isEmpty()) {
      String id = HexFormat.of().formatHex(entry.logId());
      return MissingTrustResult.check(
          TRANSPARENCY_LOG,
          in.missing(MissingTrust.Kind.TRANSPARENCY_LOG, id),
          "The transparency log " + Quoted.digest(id),
          in);
    }
    if (in.signedAt() == null
        && log.get().validity().end() != null
        && !in.times().strangers().isEmpty()) {
      return Check.inconclusive(
          TRANSPARENCY_LOG,
          "The log's key counts from "
              + log.get().validity()
              + ", and we do not know the log or authority that states the time of signing.");
    }
    @Nullable String untrusted = untrusted(log.get().validity(), in.signedAt());
    if (untrusted != null) {
      return Check.failed(TRANSPARENCY_LOG, untrusted);
    }
    @Nullable String missing = missing(entry, in.bundle().version());
    if (missing != null) {
      return Check.failed(TRANSPARENCY_LOG, missing);
    }
    return signatures(entry, log.get());
  }

  private static @Nullable String untrusted(Validity key, @Nullable Instant signedAt) {
    if (signedAt == null) {
      return key.end() == null
          ? null
          : "The log's key counts from " + key + ", and no trusted time of signing is within.";
    }
    return key.contains(signedAt)
        ? null
        : "The log's key counts from " + key + ", not at " + signedAt + ".";
  }

  private static @Nullable String missing(Bundle.Entry entry, Bundle.Version version) {
    Bundle.@Nullable InclusionProof proof = entry.proof();
    if (proof != null && proof.checkpoint() == null) {
      return "The inclusion proof has no signed checkpoint, so it proves nothing.";
    }
    if (proof != null && entry.isOfRekorV2() && proof.logIndex() != entry.logIndex()) {
      return "The entry states another log index than its inclusion proof.";
    }
    return switch (version) {
      case V0_1 ->
          entry.promise() == null
              ? "A v0.1 bundle must have a signed entry timestamp. This one has none."
              : null;
      case V0_2, V0_3 ->
          proof == null || proof.checkpoint() == null
              ? "The bundle must have an inclusion proof with a checkpoint. This one has none."
              : null;
    };
  }

  private static Check signatures(Bundle.Entry entry, TrustMaterial.Log log) {
    byte @Nullable [] promise = entry.promise();
    if (promise != null && !Crypto.verifies(log.key(), promise, promised(entry))) {
      return Check.failed(
          TRANSPARENCY_LOG, "The signed entry timestamp is not the log's signature on this entry.");
    }
    Bundle.@Nullable InclusionProof proof = entry.proof();
    if (proof != null) {
      @Nullable String problem = InclusionProofs.problem(proof, entry.body(), log);
      if (problem != null) {
        return Check.failed(TRANSPARENCY_LOG, problem);
      }
    }
    return Check.passed(TRANSPARENCY_LOG, vouched(entry, log));
  }

  private static String vouched(Bundle.Entry entry, TrustMaterial.Log log) {
    String how =
        entry.promise() == null
            ? "an inclusion proof"
            : entry.proof() == null
                ? "a signed entry timestamp"
                : "a signed entry timestamp and an inclusion proof";
    @Nullable Long index = entry.coveredIndex();
    String which = index == null ? "the entry" : "entry " + index;
    return log.baseUrl() + " confirms " + which + " by " + how + ".";
  }

  /** What Rekor v1 signs: the entry's fields as canonical JSON (RFC 8785). */
  private static byte[] promised(Bundle.Entry entry) {
    long time = entry.integratedTime() == null ? 0 : entry.integratedTime().getEpochSecond();
    return ("{\"body\":\""
            + Base64.getEncoder().encodeToString(entry.body())
            + "\",\"integratedTime\":"
            + time
            + ",\"logID\":\""
            + HexFormat.of().formatHex(entry.logId())
            + "\",\"logIndex\":"
            + entry.logIndex()
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
