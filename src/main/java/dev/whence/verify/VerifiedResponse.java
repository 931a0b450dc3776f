package dev.whence.verify;

import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.util.List;

/** The result of verifying an attestation response. */
public sealed interface VerifiedResponse {

  /** The bytes are not an attestation response (nor a bundle); the reason is for people. */
  record Unreadable(String reason) implements VerifiedResponse {}

  /** The response's attestations in its own order. */
  record Read(List<AttestationWithVerdict> items) implements VerifiedResponse {
    public Read {
      items = List.copyOf(items);
    }
  }
}
