package dev.whence.verify.check;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Quoted;
import dev.whence.verify.crypto.Validity;
import dev.whence.verify.trust.NpmKeys;
import java.security.PublicKey;
import java.util.Optional;

/**
 * A key that signs for years, instead of a certificate that is valid for minutes.
 *
 * @param owner its owner's name in sentences
 * @param validity when its signatures count
 */
record ManagedKey(PublicKey key, String owner, Validity validity) {

  /** The reason of checks that depend on the key. */
  static final String UNKNOWN = "We do not know the key that signed it.";

  /** npm's key with the hinted id, or the key that the caller trusts, for any hint. */
  static Optional<ManagedKey> find(String hint, CheckInput in) {
    return switch (in.expected()) {
      case ExpectedVersion _ ->
          in.trust()
              .npmKeys()
              .find(hint, NpmKeys.Usage.ATTESTATIONS, in.signedAt())
              .map(key -> new ManagedKey(key.key(), "npm's key", key.validity()));
      case ExpectedArtifact artifact ->
          artifact.signer() instanceof ExpectedArtifact.SignedBy.Key given
              ? Optional.of(new ManagedKey(given.key(), "the given key", Validity.ALWAYS))
              : Optional.empty();
    };
  }

  /** The reason of a signature check without a signature. */
  static Check missing(CheckKind check, CheckInput in) {
    String hint = in.keyHint().orElse("");
    return in.expected() instanceof ExpectedVersion
        ? MissingTrustResult.check(
            check,
            in.missing(MissingTrust.Kind.NPM_KEY, hint),
            "npm's key " + Quoted.shown(hint) + " for attestations",
            in)
        : Check.inconclusive(check, "A managed key signed it, and none was given to verify with.");
  }
}
