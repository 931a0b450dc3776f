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
 * @param signedAt the time that the log or a timestamp authority states
 */
record CheckInput(
    Bundle bundle,
    @Nullable Statement statement,
    @Nullable Attestation attestation,
    @Nullable String problem,
    @Nullable X509Certificate leaf,
    @Nullable Instant signedAt,
    ExpectedVersion expected,
    TrustMaterial trust) {

  static CheckInput of(
      Bundle bundle,
      @Nullable Statement statement,
      @Nullable Attestation attestation,
      @Nullable String problem,
      ExpectedVersion expected,
      TrustMaterial trust) {
    @Nullable Instant logged =
        bundle.entries().isEmpty() ? null : bundle.entries().getFirst().integratedTime();
    @Nullable Instant stated = attestation == null ? null : attestation.signedAt();
    return new CheckInput(
        bundle,
        statement,
        attestation,
        problem,
        leaf(bundle),
        logged == null ? stated : logged,
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

  /** The key hint where npm's own key signed. */
  Optional<String> keyHint() {
    return bundle.material() instanceof Bundle.Material.PublicKey key
        ? Optional.of(key.hint())
        : Optional.empty();
  }

  Optional<NpmKeys.Key> npmKey() {
    return keyHint().flatMap(hint -> trust.npmKeys().find(hint, NpmKeys.Usage.ATTESTATIONS));
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
