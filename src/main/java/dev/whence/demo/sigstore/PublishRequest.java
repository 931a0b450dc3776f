package dev.whence.demo.sigstore;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for npm's publish attestation.
 *
 * @param signedAt in whole seconds; npm's key of that time signs
 */
public record PublishRequest(
    BundleFormat format, Subject subject, Instant signedAt, Set<Fault> faults) {

  public PublishRequest {
    faults = Set.copyOf(faults);
  }

  /** An honest one. */
  public static PublishRequest of(BundleFormat format, Subject subject, Instant signedAt) {
    return new PublishRequest(format, subject, signedAt, Set.of());
  }

  /** The same with a fault. */
  public PublishRequest with(Fault... more) {
    Set<Fault> all = EnumSet.copyOf(List.of(more));
    all.addAll(faults);
    return new PublishRequest(format, subject, signedAt, all);
  }
}
