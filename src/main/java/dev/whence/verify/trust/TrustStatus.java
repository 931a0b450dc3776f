package dev.whence.verify.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of the trust material, for the operator.
 *
 * @param current the material in use
 * @param refreshedAt when its source last confirmed it; absent for the copy in the jar
 * @param problem why the last refresh failed; absent if it did not
 */
public record TrustStatus(
    TrustMaterial.Description current, @Nullable Instant refreshedAt, @Nullable String problem) {

  /**
   * When Sigstore's TUF repository named the documents of the copy in the jar, as far as we know:
   * its timestamp 762 was signed then (docs/trust.md).
   */
  static final Instant JAR_CONFIRMED_AT = Instant.parse("2026-08-21T19:25:56Z");

  /** How long ago the material in use was confirmed. */
  public Instant confirmedAt() {
    return refreshedAt == null ? JAR_CONFIRMED_AT : refreshedAt;
  }
}
