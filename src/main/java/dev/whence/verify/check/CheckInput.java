package dev.whence.verify.check;

import dev.whence.provenance.Missing;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.Statement;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.trust.TrustMaterial;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every check of one bundle looks at; parsed once.
 *
 * @param statement absent where the bundle holds none
 * @param attestation absent where something could not be read
 * @param problem why, then
 * @param leaf the signing certificate; absent for managed keys
 * @param issuers the trusted authorities that issued it
 * @param signed what the signature is over: an envelope's pre-authentication encoding, or the
 *     caller's file; empty where the bundle signs a file that is not at hand
 * @param times when it was signed, as far as somebody trusted vouches for it
 * @param expected what it must be about and who must have signed it
 */
public record CheckInput(
    Bundle bundle,
    @Nullable Statement statement,
    @Nullable Attestation attestation,
    @Nullable String problem,
    @Nullable X509Certificate leaf,
    List<TrustMaterial.Authority> issuers,
    Optional<Artifact> signed,
    SigningTimes times,
    Expectation expected,
    TrustMaterial trust) {

  public static CheckInput of(
      Bundle bundle, AttestationResponse.Item item, Expectation expected, TrustMaterial trust) {
    @Nullable X509Certificate leaf =
        bundle.material() instanceof Bundle.Material.Certificates certificates
            ? certificates.leaf()
            : null;
    return new CheckInput(
        bundle,
        item.statement(),
        item.attestation(),
        item.problem(),
        leaf,
        leaf == null ? List.of() : trust.issuers(leaf),
        signed(bundle, expected),
        SigningTimes.of(bundle, trust),
        expected,
        trust);
  }

  /** The earliest time that somebody vouches for; null where nobody does. */
  @Nullable Instant signedAt() {
    return times.times().isEmpty() ? null : times.times().getFirst();
  }

  /**
   * The latest time of signing that anything claims, vouched for or not: timestamps and log, else
   * the end of the certificate, else the time at which the registry published; null without any.
   */
  @Nullable Instant claimedAt() {
    Optional<Instant> claim = times.latestClaim();
    if (claim.isPresent()) {
      return claim.get();
    }
    if (leaf != null) {
      return leaf.getNotAfter().toInstant();
    }
    return expected instanceof ExpectedVersion version ? version.publishedAt() : null;
  }

  /** A thing that our trust material lacks, with the time of signing that is claimed. */
  Missing missing(Missing.Kind kind, String id) {
    return new Missing(kind, id, claimedAt());
  }

  /** When we saw the bundle; null where that is not known. */
  @Nullable Instant seenAt() {
    return expected instanceof ExpectedVersion version ? version.seenAt() : null;
  }

  /** The key hint where a managed key signed. */
  Optional<String> keyHint() {
    return bundle.material() instanceof Bundle.Material.PublicKey key
        ? Optional.of(key.hint())
        : Optional.empty();
  }

  /** The managed key that must have signed; empty where a certificate did, or where none fits. */
  Optional<ManagedKey> managedKey() {
    return keyHint().flatMap(hint -> ManagedKey.find(hint, this));
  }

  /** The key that must have made the signature; empty where it is unknown or unreadable. */
  Optional<PublicKey> signingKey() {
    return leaf != null ? Optional.of(leaf.getPublicKey()) : managedKey().map(ManagedKey::key);
  }

  private static Optional<Artifact> signed(Bundle bundle, Expectation expected) {
    return switch (bundle.content()) {
      case Bundle.Content.Envelope envelope ->
          Optional.of(
              new Artifact.Bytes(
                  Crypto.preAuthenticationEncoding(envelope.payloadType(), envelope.payload())));
      case Bundle.Content.MessageSignature _ ->
          expected instanceof ExpectedArtifact named
              ? Optional.ofNullable(named.artifact())
              : Optional.empty();
    };
  }
}
