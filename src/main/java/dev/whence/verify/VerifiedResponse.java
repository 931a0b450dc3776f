package dev.whence.verify;

import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of verifying an attestation response. */
public sealed interface VerifiedResponse {

  /** The bytes are not an attestation response (nor a bundle); the reason is for people. */
  record Unreadable(String reason) implements VerifiedResponse {}

  /** The response's attestations in its own order. */
  record Read(List<Item> items) implements VerifiedResponse {
    public Read {
      items = List.copyOf(items);
    }
  }

  /**
   * One attestation with its verdict.
   *
   * @param attestation absent if it could not be read; then the verdict is UNREADABLE
   */
  record Item(@Nullable Attestation attestation, Verdict verdict) {}
}
