package dev.whence.verify;

import dev.whence.provenance.Attestation;
import dev.whence.provenance.Bundle;
import dev.whence.provenance.Statement;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every check of one attestation looks at; parsed once.
 *
 * @param statement absent where the bundle holds none
 * @param attestation absent where something could not be read
 * @param problem why, then
 * @param leaf the signing certificate; absent for managed keys
 * @param times when it was signed, as far as somebody trusted vouches for it
 */
record CheckInput(
    Bundle bundle,
    @Nullable Statement statement,
    @Nullable Attestation attestation,
    @Nullable String problem,
    @Nullable X509Certificate leaf,
    SigningTimes times,
    ExpectedVersion expected,
    TrustMaterial trust) {

  static CheckInput of(
      Bundle bundle,
      @Nullable Statement statement,
      @Nullable Attestation attestation,
      @Nullable String problem,
      ExpectedVersion expected,
      TrustMaterial trust) {
    return new CheckInput(
        bundle,
        statement,
        attestation,
        problem,
        leaf(bundle),
        SigningTimes.of(bundle, trust),
        expected,
        trust);
  }

  private static @Nullable X509Certificate leaf(Bundle bundle) {
    if (bundle.material() instanceof Bundle.Material.Certificates certificates) {
      try {
        return Crypto.certificate(certificates.chain().getFirst());
      } catch (CertificateException unreadable) {
        return null;
      }
    }
    return null;
  }

  /** The first time that somebody vouches for; null where nobody does. */
  @Nullable Instant signedAt() {
    return times.times().isEmpty() ? null : times.times().getFirst();
  }

  /** The key hint where npm's own key signed. */
  Optional<String> keyHint() {
    return bundle.material() instanceof Bundle.Material.PublicKey key
        ? Optional.of(key.hint())
        : Optional.empty();
  }

  /** npm's key with the hinted id, the one valid at the signing time where there are several. */
  Optional<NpmKeys.Key> npmKey() {
    return keyHint()
        .flatMap(hint -> trust.npmKeys().find(hint, NpmKeys.Usage.ATTESTATIONS, signedAt()));
  }

  /** The key that must have made the signature; empty where it is unknown or unreadable. */
  Optional<PublicKey> signingKey() {
    return leaf != null ? Optional.of(leaf.getPublicKey()) : npmKey().map(NpmKeys.Key::key);
  }

  /** The signed bytes' pre-authentication encoding; empty for signatures over files. */
  Optional<byte[]> signedBytes() {
    return bundle.content() instanceof Bundle.Content.Envelope envelope
        ? Optional.of(Crypto.preAuthenticationEncoding(envelope.payloadType(), envelope.payload()))
        : Optional.empty();
  }
}
