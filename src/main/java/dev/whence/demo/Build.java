package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Shape;

/**
 * Where a release was built, and what its provenance claims.
 *
 * @param run the certified one
 * @param claimed what the predicate says: the same, unless it is false
 */
record Build(CiRun run, CiRun claimed, Shape shape, AttestationAnswer served) {

  static Build of(CiRun run, Shape shape) {
    return new Build(run, run, shape, AttestationAnswer.WHOLE);
  }

  Build served(AttestationAnswer how) {
    return new Build(run, claimed, shape, how);
  }

  Build claiming(CiRun other) {
    return new Build(run, other, shape, served);
  }

  Build in(Shape other) {
    return new Build(run, claimed, other, served);
  }

  Build running(CiRun other) {
    return new Build(other, other, shape, served);
  }
}
