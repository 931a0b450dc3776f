package dev.whence.verify.check;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * What a Sigstore bundle of any kind must be about, and who must have signed it.
 *
 * @param artifact absent if only the signer matters: a statement can be checked without it
 */
public record ExpectedArtifact(@Nullable Artifact artifact, SignedBy signer)
    implements Expectation {

  /** Who must have signed. */
  public sealed interface SignedBy {

    /**
     * The holder of a Fulcio certificate.
     *
     * @param identity the certificate's subject alternative name, exactly
     * @param issuer the OIDC issuer that vouched for it, exactly
     */
    record Identity(String identity, String issuer) implements SignedBy {}

    /** The holder of a key that the caller trusts. */
    record Key(PublicKey key) implements SignedBy {}
  }
}
