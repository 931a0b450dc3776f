package dev.whence.verify;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.check.ArtifactCheck;
import dev.whence.verify.check.BundleFormatCheck;
import dev.whence.verify.check.CertificateChainCheck;
import dev.whence.verify.check.CertificateTransparencyCheck;
import dev.whence.verify.check.CheckInput;
import dev.whence.verify.check.Conclusion;
import dev.whence.verify.check.ExpectedArtifact;
import dev.whence.verify.check.LogEntryCheck;
import dev.whence.verify.check.SignatureCheck;
import dev.whence.verify.check.SignerCheck;
import dev.whence.verify.check.SigningTimeCheck;
import dev.whence.verify.check.TransparencyLogCheck;
import dev.whence.verify.crypto.CryptoProvider;
import dev.whence.verify.trust.TrustMaterial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies Sigstore bundles of any kind against the artifact and the signer that the caller
 * expects: the same checks as for npm's attestations, without npm's rules. Safe for any number of
 * threads.
 */
public final class BundleVerifier {

  private final TrustMaterial trust;

  public BundleVerifier(TrustMaterial trust) {
    CryptoProvider.name();
    this.trust = trust;
  }

  /**
   * Verifies a bundle, or every bundle of an attestation response.
   *
   * @param document limited in size by the caller
   */
  public VerifiedResponse verify(byte[] document, ExpectedArtifact expected) {
    return switch (AttestationResponse.read(document)) {
      case AttestationResponse.Unreadable unreadable ->
          new VerifiedResponse.Unreadable(unreadable.reason());
      case AttestationResponse.Read read ->
          new VerifiedResponse.Read(
              read.items().stream().map(item -> verify(item, expected)).toList());
    };
  }

  /** The things that the verdicts depend on. */
  public VerifierId id() {
    return VerifierVersion.with(trust);
  }

  private AttestationWithVerdict verify(AttestationResponse.Item item, ExpectedArtifact expected) {
    @Nullable Bundle bundle = item.bundle();
    if (bundle == null) {
      return new AttestationWithVerdict(
          null, Conclusion.unreadable(String.valueOf(item.problem())));
    }
    CheckInput in = CheckInput.of(bundle, item, expected, trust);
    List<Check> checks =
        List.of(
            BundleFormatCheck.check(in),
            CertificateChainCheck.check(in),
            CertificateTransparencyCheck.check(in),
            TransparencyLogCheck.check(in),
            LogEntryCheck.check(in),
            SigningTimeCheck.check(in),
            SignatureCheck.check(in),
            ArtifactCheck.check(in, expected.artifact()),
            SignerCheck.check(in, expected.signer()),
            notAsked(CheckKind.BUILDER),
            notAsked(CheckKind.PUBLISH),
            notAsked(CheckKind.REGISTRY_SIGNATURE));
    return new AttestationWithVerdict(item.attestation(), Conclusion.of(checks, null));
  }

  private static Check notAsked(CheckKind kind) {
    return Check.notApplicable(kind, "Only for npm's attestations.");
  }
}
