package dev.whence.verify;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A key that signs for years, in place of a certificate that lives for minutes.
 *
 * @param owner whose it is, as sentences name it
 * @param validity when its signatures count
 */
record ManagedKey(PublicKey key, String owner, Validity validity) {

  /** npm's key with the hinted id, or the key that the caller trusts, whatever the hint says. */
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

  /** Why there is none, as a sentence. */
  static String missing(CheckInput in) {
    return in.expected() instanceof ExpectedVersion
        ? "npm has no key " + Words.shown(in.keyHint().orElse(null)) + " for attestations."
        : "A managed key signed it, and none was given to verify with.";
  }
}
