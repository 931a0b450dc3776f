package dev.whence.verify;

import static dev.whence.provenance.CheckKind.REGISTRY_SIGNATURE;

import dev.whence.provenance.Check;
import dev.whence.provenance.RegistrySignature;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Check 12: npm's signature over {@code name@version:integrity} (npm docs, registry signatures).
 */
final class RegistrySignatureCheck {

  private RegistrySignatureCheck() {}

  static Check check(ExpectedVersion expected, NpmKeys keys) {
    if (expected.signatures().isEmpty()) {
      return Check.notApplicable(
          REGISTRY_SIGNATURE, "The registry states no signature for this version.");
    }
    if (expected.name() == null || expected.version() == null || expected.integrity() == null) {
      return Check.undecided(REGISTRY_SIGNATURE, "Name, version and integrity are not all known.");
    }
    byte[] message =
        (expected.name() + "@" + expected.version() + ":" + expected.integrity())
            .getBytes(StandardCharsets.UTF_8);
    @Nullable String problem = null;
    for (RegistrySignature signature : expected.signatures()) {
      Optional<NpmKeys.Key> key =
          keys.find(signature.keyId(), NpmKeys.Usage.SIGNATURES, expected.publishedAt());
      if (key.isEmpty()) {
        problem = "Signed with " + Words.shown(signature.keyId()) + ", which is no key of npm's.";
      } else if (!isSigned(key.get(), signature, message)) {
        return Check.failed(
            REGISTRY_SIGNATURE,
            "The registry's signature does not fit name, version and integrity.");
      } else if (expected.publishedAt() != null
          && !key.get().validity().contains(expected.publishedAt())) {
        return checkOfResigned(key.get(), expected);
      } else {
        return Check.passed(
            REGISTRY_SIGNATURE, "Signed by npm's key " + Words.shown(signature.keyId()) + ".");
      }
    }
    return Check.failed(REGISTRY_SIGNATURE, String.valueOf(problem));
  }

  /**
   * npm signed old versions later: a key that is younger than the version is right. Only a key that
   * had ended before the version was published cannot have signed it.
   */
  private static Check checkOfResigned(NpmKeys.Key key, ExpectedVersion expected) {
    boolean ended =
        key.validity().end() != null
            && expected.publishedAt() != null
            && expected.publishedAt().isAfter(key.validity().end());
    return ended
        ? Check.failed(
            REGISTRY_SIGNATURE,
            "Signed with a key that had ended before the version was published.")
        : Check.passed(
            REGISTRY_SIGNATURE, "Signed by npm's key " + Words.shown(key.id()) + ", later.");
  }

  private static boolean isSigned(NpmKeys.Key key, RegistrySignature signature, byte[] message) {
    try {
      return Crypto.verifies(key.key(), Base64.getDecoder().decode(signature.signature()), message);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
