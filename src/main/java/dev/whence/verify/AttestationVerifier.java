package dev.whence.verify;

import dev.whence.provenance.Check;
import dev.whence.provenance.VerifierId;
import jakarta.enterprise.context.ApplicationScoped;

/** Verifies attestation responses with all twelve checks. */
@ApplicationScoped
public class AttestationVerifier {

  /**
   * Verifies the body of an attestation response, or a bare bundle.
   *
   * @param response bytes as served; bounded by the caller
   */
  public VerifiedResponse verify(byte[] response, ExpectedVersion expected) {
    throw new UnsupportedOperationException();
  }

  /** Check 12 alone: the registry's signature over {@code name@version:integrity}. */
  public Check verifyRegistrySignature(ExpectedVersion expected) {
    throw new UnsupportedOperationException();
  }

  /** What the verdicts depend on now. */
  public VerifierId id() {
    throw new UnsupportedOperationException();
  }
}
