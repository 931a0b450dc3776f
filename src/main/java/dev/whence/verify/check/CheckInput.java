package dev.whence.verify.check;

import dev.whence.provenance.MissingTrust;
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
 * The input of every check of one bundle; parsed once.
 *
 * @param statement absent if the bundle has none
 * @param attestation absent if something could not be read
 * @param problem the reason in that case
 * @param leaf the signing certificate; absent for managed keys
 * @param issuers the trusted authorities that issued it
 * @param signed the signed content: an envelope's pre-authentication encoding, or the caller's
 *     file; empty if the caller does not have the signed file
 * @param times when it was signed, as stated by trusted logs and authorities
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

  /** The earliest trusted time; null if there is none. */
  @Nullable Instant signedAt() {
    return times.times().isEmpty() ? null : times.times().getFirst();
  }

  /**
   * The latest claimed time of signing, trusted or not: timestamps and log, else the end of the
   * certificate, else the registry's time of publishing; null without any.
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

  /** A thing that our trust material lacks, with the claimed time of signing. */
  MissingTrust missing(MissingTrust.Kind kind, String id) {
    return new MissingTrust(kind, id, claimedAt());
  }

  /** When we saw the bundle; null if that is not known. */
  @Nullable Instant seenAt() {
    return expected instanceof ExpectedVersion version ? version.seenAt() : null;
  }

  /** The key hint if a managed key signed. */
  Optional<String> keyHint() {
    return bundle.material() instanceof Bundle.Material.PublicKey key
        ? Optional.of(key.hint())
        : Optional.empty();
  }

  /** The managed key that must have signed; empty if a certificate did, or if no key fits. */
  Optional<ManagedKey> managedKey() {
    return keyHint().flatMap(hint -> ManagedKey.find(hint, this));
  }

  /** The key that must have made the signature; empty if it is unknown or unreadable. */
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
