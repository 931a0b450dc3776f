package dev.whence.verify;

import static dev.whence.provenance.CheckKind.SIGNATURE;

import dev.whence.provenance.Bundle;
import dev.whence.provenance.Check;
import java.security.PublicKey;
import java.util.Optional;

/** Check 7: the envelope's signature is by the certificate's key, or by npm's (DSSE protocol). */
final class SignatureCheck {

  private SignatureCheck() {}

  static Check check(CheckInput in) {
    Optional<PublicKey> key = in.signingKey();
    if (key.isEmpty()) {
      return Check.failed(
          SIGNATURE,
          in.keyHint().isPresent()
              ? "npm has no key " + Words.shown(in.keyHint().get()) + " for attestations."
              : "The signing certificate cannot be read.");
    }
    Optional<byte[]> signed = in.signedBytes();
    if (signed.isEmpty()) {
      return Check.undecided(SIGNATURE, "The bundle signs a file that is not at hand.");
    }
    Bundle.Content content = in.bundle().content();
    if (content instanceof Bundle.Content.Envelope envelope && !envelope.canonical()) {
      return Check.failed(
          SIGNATURE, "The signature was altered: its base64 is not what an encoder writes.");
    }
    return Crypto.verifies(key.get(), content.signature(), signed.get())
        ? Check.passed(SIGNATURE, "The signature over the statement is valid.")
        : Check.failed(SIGNATURE, "The signature does not fit the statement.");
  }
}
