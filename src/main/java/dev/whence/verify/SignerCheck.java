package dev.whence.verify;

import static dev.whence.provenance.CheckKind.IDENTITY;

import dev.whence.provenance.Bundle;
import dev.whence.provenance.Check;
import dev.whence.provenance.Signer;
import java.util.Optional;

/** Check 9 for bundles of any kind: the signer is the one that the caller expects. */
final class SignerCheck {

  private SignerCheck() {}

  static Check check(CheckInput in, ExpectedArtifact.SignedBy expected) {
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
          Words.shown(certificate.identity())
              + " signed it, not "
              + Words.shown(expected.identity())
              + ".");
    }
    return expected.issuer().equals(certificate.issuer())
        ? Check.passed(
            IDENTITY,
            Words.shown(certificate.identity())
                + " signed it, vouched for by "
                + Words.shown(certificate.issuer())
                + ".")
        : Check.failed(
            IDENTITY,
            Words.shown(certificate.issuer())
                + " vouched for the signer, not "
                + Words.shown(expected.issuer())
                + ".");
  }
}
