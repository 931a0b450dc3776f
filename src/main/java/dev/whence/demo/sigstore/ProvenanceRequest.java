package dev.whence.demo.sigstore;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for a signed provenance.
 *
 * @param certified the run that the certificate is about
 * @param claimed the run that the predicate claims: the same, unless the claim is false
 * @param signedAt in whole seconds
 */
public record ProvenanceRequest(
    Shape shape,
    Subject subject,
    CiRun certified,
    CiRun claimed,
    Instant signedAt,
    Set<Fault> faults) {

  public ProvenanceRequest {
    faults = Set.copyOf(faults);
  }

  /** An honest one. */
  public static ProvenanceRequest of(Shape shape, Subject subject, CiRun run, Instant signedAt) {
    return new ProvenanceRequest(shape, subject, run, run, signedAt, Set.of());
  }

  /** The same with a false claim about its run. */
  public ProvenanceRequest claiming(CiRun other) {
    return new ProvenanceRequest(shape, subject, certified, other, signedAt, faults);
  }

  /** The same with a fault. */
  public ProvenanceRequest with(Fault... more) {
    Set<Fault> all = EnumSet.copyOf(List.of(more));
    all.addAll(faults);
    return new ProvenanceRequest(shape, subject, certified, claimed, signedAt, all);
  }

  /** Determines the certificate's key; each request has its own. */
  String label() {
    return String.join(" ", shape.name(), subject.purl(), certified.url(), signedAt.toString());
  }
}
