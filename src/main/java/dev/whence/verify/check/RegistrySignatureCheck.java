package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.REGISTRY_SIGNATURE;

import dev.whence.provenance.Check;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.RegistrySignature;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.trust.NpmKeys;
import dev.whence.verify.trust.TrustMaterial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Check 12: npm's signature over {@code name@version:integrity} (npm docs, registry signatures).
 * One good signature of several is enough; the reason says what is wrong with the others.
 */
public final class RegistrySignatureCheck {

  private static final Comparator<RegistrySignature> ORDER =
      Comparator.comparing(RegistrySignature::keyId).thenComparing(RegistrySignature::signature);

  private RegistrySignatureCheck() {}

  public static Check check(ExpectedVersion expected, TrustMaterial trust) {
    List<RegistrySignature> signatures = expected.signatures();
    if (signatures.isEmpty()) {
      return Check.notApplicable(
          REGISTRY_SIGNATURE, "The registry states no signature for this version.");
    }
    if (expected.name() == null || expected.version() == null || expected.integrity() == null) {
      return Check.inconclusive(
          REGISTRY_SIGNATURE, "Name, version and integrity are not all known.");
    }
    byte[] message =
        (expected.name() + "@" + expected.version() + ":" + expected.integrity())
            .getBytes(StandardCharsets.UTF_8);
    if (signatures.size() == 1) {
      return check(signatures.getFirst(), expected, message, trust);
    }
    return together(
        signatures.stream()
            .sorted(ORDER)
            .map(signature -> check(signature, expected, message, trust))
            .toList());
  }

  private static Check check(
      RegistrySignature signature, ExpectedVersion expected, byte[] message, TrustMaterial trust) {
    String keyId = signature.keyId();
    @Nullable Instant publishedAt = expected.publishedAt();
    Optional<NpmKeys.Key> key = trust.npmKeys().find(keyId, NpmKeys.Usage.SIGNATURES, publishedAt);
    if (key.isEmpty()) {
      return MissingTrustResult.check(
          REGISTRY_SIGNATURE,
          new MissingTrust(MissingTrust.Kind.NPM_KEY, keyId, signedBy(expected)),
          "npm's key " + Quoted.shown(keyId) + " for registry signatures",
          trust.confirmed());
    }
    if (!isSigned(key.get(), signature, message)) {
      return Check.failed(
          REGISTRY_SIGNATURE,
          "The registry's signature with "
              + Quoted.shown(keyId)
              + " does not fit name, version and integrity.");
    }
    return inTime(key.get(), publishedAt);
  }

  /**
   * npm signs old versions again, without a time. So a new key may have made the signature at any
   * time until we saw it.
   */
  private static @Nullable Instant signedBy(ExpectedVersion expected) {
    return expected.seenAt() == null ? expected.publishedAt() : expected.seenAt();
  }

  /**
   * npm signed old versions later, so a key may be younger than the version. Only a key that
   * expired before the version was published cannot have signed it.
   */
  private static Check inTime(NpmKeys.Key key, @Nullable Instant publishedAt) {
    if (publishedAt == null || key.validity().contains(publishedAt)) {
      return Check.passed(
          REGISTRY_SIGNATURE, "Signed by npm's key " + Quoted.shown(key.id()) + ".");
    }
    boolean ended = key.validity().end() != null && publishedAt.isAfter(key.validity().end());
    return ended
        ? Check.failed(
            REGISTRY_SIGNATURE,
            "Signed with "
                + Quoted.shown(key.id())
                + ", a key that had ended before the version was published.")
        : Check.passed(
            REGISTRY_SIGNATURE,
            "Signed by npm's key "
                + Quoted.shown(key.id())
                + ". The key is newer than the version: npm signed it later.");
  }

  /** The best of several, with the results of the others. */
  private static Check together(List<Check> results) {
    Check best =
        results.stream().min(Comparator.comparingInt(RegistrySignatureCheck::rank)).orElseThrow();
    String others =
        results.stream()
            .map(Check::reason)
            .distinct()
            .filter(reason -> !reason.equals(best.reason()))
            .collect(Collectors.joining(" "));
    return others.isEmpty()
        ? best
        : new Check(
            best.kind(),
            best.status(),
            best.reason() + " Of the other signatures: " + others,
            best.missing());
  }

  /** An inconclusive signature may be the good one. */
  private static int rank(Check check) {
    return switch (check.status()) {
      case PASSED -> 0;
      case INCONCLUSIVE -> 1;
      case FAILED, NOT_APPLICABLE -> 2;
    };
  }

  private static boolean isSigned(NpmKeys.Key key, RegistrySignature signature, byte[] message) {
    try {
      return Crypto.verifies(key.key(), Base64.getDecoder().decode(signature.signature()), message);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
