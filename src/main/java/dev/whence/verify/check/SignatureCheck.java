package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.SIGNATURE;

import dev.whence.provenance.Check;
import dev.whence.provenance.bundle.Bundle;
import java.security.PublicKey;
import java.util.Optional;

/**
 * Check 7: the signature over the envelope (DSSE protocol) or the file is by the certificate's key,
 * or by the managed key that is trusted.
 */
public final class SignatureCheck {

  private SignatureCheck() {}

  public static Check check(CheckInput in) {
    Optional<PublicKey> key = in.signingKey();
    if (key.isEmpty()) {
      return in.keyHint().isPresent()
          ? ManagedKey.missing(SIGNATURE, in)
          : Check.failed(SIGNATURE, "The signing certificate cannot be read.");
    }
    Optional<Artifact> signed = in.signed();
    if (signed.isEmpty()) {
      return Check.inconclusive(SIGNATURE, "The bundle signs a file that was not given.");
    }
    Bundle.Content content = in.bundle().content();
    if (content instanceof Bundle.Content.Envelope envelope && !envelope.canonical()) {
      return Check.failed(
          SIGNATURE, "The signature was altered: its base64 is not what an encoder writes.");
    }
    String what = content instanceof Bundle.Content.Envelope ? "statement" : "file";
    return signed
        .get()
        .isSigned(key.get(), content.signature())
        .map(
            valid ->
                valid
                    ? Check.passed(SIGNATURE, "The signature over the " + what + " is valid.")
                    : Check.failed(SIGNATURE, "The signature does not fit the " + what + "."))
        .orElseGet(
            () ->
                Check.inconclusive(
                    SIGNATURE,
                    "What is at hand of the file is not what this kind of key signs: the whole"
                        + " file, or its digest by another algorithm."));
  }
}
