package dev.whence.verify;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.Statement;
import dev.whence.provenance.bundle.VerifierId;
import dev.whence.verify.check.BuilderCheck;
import dev.whence.verify.check.CertificateChainCheck;
import dev.whence.verify.check.CertificateTransparencyCheck;
import dev.whence.verify.check.CheckInput;
import dev.whence.verify.check.Conclusion;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.check.FormatCheck;
import dev.whence.verify.check.IdentityCheck;
import dev.whence.verify.check.LogEntryCheck;
import dev.whence.verify.check.PublishCheck;
import dev.whence.verify.check.PublishSibling;
import dev.whence.verify.check.RegistrySignatureCheck;
import dev.whence.verify.check.SignatureCheck;
import dev.whence.verify.check.SigningTimeCheck;
import dev.whence.verify.check.SubjectCheck;
import dev.whence.verify.check.TransparencyLogCheck;
import dev.whence.verify.crypto.CryptoProvider;
import dev.whence.verify.trust.NpmKeys;
import dev.whence.verify.trust.TrustConfirmation;
import dev.whence.verify.trust.TrustMaterial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies attestation responses with all twelve checks. Safe for any number of threads. */
public final class AttestationVerifier {

  private final TrustMaterial trust;

  public AttestationVerifier(TrustMaterial trust) {
    CryptoProvider.name();
    this.trust = trust;
  }

  /** The trust material in use. */
  public TrustMaterial.Description trust() {
    return trust.description();
  }

  /**
   * Verifies the body of an attestation response, or a bare bundle.
   *
   * @param response bytes as served; bounded by the caller
   */
  public VerifiedResponse verify(byte[] response, ExpectedVersion expected) {
    return switch (AttestationResponse.read(response)) {
      case AttestationResponse.Unreadable unreadable ->
          new VerifiedResponse.Unreadable(unreadable.reason());
      case AttestationResponse.Read read -> verify(read.items(), expected, trust);
    };
  }

  /** Check 12 alone: the registry's signature over {@code name@version:integrity}. */
  public Check verifyRegistrySignature(ExpectedVersion expected) {
    return RegistrySignatureCheck.check(expected, trust);
  }

  /** Whether registry signatures with this key can be checked. */
  public boolean knowsRegistryKey(String keyId) {
    return trust.npmKeys().find(keyId, NpmKeys.Usage.SIGNATURES, null).isPresent();
  }

  /** When the source of the trust material last confirmed it. */
  public TrustConfirmation confirmed() {
    return trust.confirmed();
  }

  /** The things that the verdicts depend on. */
  public VerifierId id() {
    return VerifierVersion.with(trust);
  }

  private static VerifiedResponse verify(
      List<AttestationResponse.Item> items, ExpectedVersion expected, TrustMaterial trust) {
    Check registrySignature = RegistrySignatureCheck.check(expected, trust);
    AttestationWithVerdict[] verified = new AttestationWithVerdict[items.size()];
    List<PublishSibling> siblings = new ArrayList<>();
    for (int i = 0; i < verified.length; i++) {
      if (isPublish(items.get(i))) {
        verified[i] = verify(items.get(i), expected, trust, siblings, registrySignature);
      }
    }
    for (@Nullable AttestationWithVerdict publish : verified) {
      if (publish != null && publish.attestation() != null) {
        siblings.add(new PublishSibling(publish.attestation(), publish.verdict().outcome()));
      }
    }
    for (int i = 0; i < verified.length; i++) {
      if (!isPublish(items.get(i))) {
        verified[i] = verify(items.get(i), expected, trust, siblings, registrySignature);
      }
    }
    return new VerifiedResponse.Read(Arrays.asList(verified));
  }

  private static boolean isPublish(AttestationResponse.Item item) {
    return item.attestation() != null && item.attestation().kind() == AttestationKind.PUBLISH;
  }

  private static AttestationWithVerdict verify(
      AttestationResponse.Item item,
      ExpectedVersion expected,
      TrustMaterial trust,
      List<PublishSibling> siblings,
      Check registrySignature) {
    @Nullable Bundle bundle = item.bundle();
    if (bundle == null) {
      return new AttestationWithVerdict(
          null, Conclusion.unreadable(String.valueOf(item.problem())));
    }
    CheckInput in = CheckInput.of(bundle, item, expected, trust);
    BuilderCheck.Result builder = BuilderCheck.check(in);
    List<Check> checks =
        List.of(
            FormatCheck.check(in),
            CertificateChainCheck.check(in),
            CertificateTransparencyCheck.check(in),
            TransparencyLogCheck.check(in),
            LogEntryCheck.check(in),
            SigningTimeCheck.check(in),
            SignatureCheck.check(in),
            SubjectCheck.check(in, expected),
            IdentityCheck.check(in),
            builder.check(),
            publish(in, siblings),
            registrySignature);
    return new AttestationWithVerdict(
        item.attestation(), verdict(item.attestation(), checks, builder.level()));
  }

  private static Check publish(CheckInput in, List<PublishSibling> siblings) {
    @Nullable Attestation attestation = in.attestation();
    @Nullable Statement statement = in.statement();
    if (attestation == null || statement == null) {
      return Check.inconclusive(CheckKind.PUBLISH, "There is no statement to compare.");
    }
    return attestation.kind() == AttestationKind.PUBLISH
        ? PublishCheck.ofPublish(in, statement)
        : PublishCheck.ofProvenance(attestation, siblings);
  }

  private static Verdict verdict(
      @Nullable Attestation attestation, List<Check> checks, @Nullable SlsaLevel level) {
    return attestation == null
        ? new Verdict(Verdict.Outcome.UNREADABLE, null, checks)
        : Conclusion.of(checks, level);
  }
}
