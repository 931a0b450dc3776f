package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.IDENTITY;

import dev.whence.provenance.Check;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.Signer;
import java.util.Optional;

/** Check 9 for bundles of any kind: the signer is the one that the caller expects. */
public final class SignerCheck {

  private SignerCheck() {}

  public static Check check(CheckInput in, ExpectedArtifact.SignedBy expected) {
    return switch (expected) {
      case ExpectedArtifact.SignedBy.Identity identity -> identity(in.bundle(), identity);
      case ExpectedArtifact.SignedBy.Key _ ->
          in.keyHint().isPresent()
              ? Check.passed(IDENTITY, "Signed with a managed key, which must be the given one.")
              : Check.failed(IDENTITY, "Signed with a certificate, not with the given key.");
    };
  }

  private static Check identity(Bundle bundle, ExpectedArtifact.SignedBy.Identity expected) {
    Optional<Signer> signer = Signer.read(bundle.material());
    if (signer.isEmpty()) {
      return Check.failed(IDENTITY, "The certificate's subject cannot be read.");
    }
    if (!(signer.get() instanceof Signer.Certificate certificate)) {
      return Check.failed(IDENTITY, "Signed with a managed key, which has no identity.");
    }
    if (!certificate.identity().equals(expected.identity())) {
      return Check.failed(
          IDENTITY,
          Quoted.shown(certificate.identity())
              + " signed it, not "
              + Quoted.shown(expected.identity())
              + ".");
    }
    return expected.issuer().equals(certificate.issuer())
        ? Check.passed(
            IDENTITY,
            Quoted.shown(certificate.identity())
                + " signed it, with an identity from "
                + Quoted.shown(certificate.issuer())
                + ".")
        : Check.failed(
            IDENTITY,
            Quoted.shown(certificate.issuer())
                + " confirmed the signer's identity, not "
                + Quoted.shown(expected.issuer())
                + ".");
  }
}
