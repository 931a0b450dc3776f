package dev.whence.catalog.write;

import dev.whence.provenance.bundle.VerifierId;
import java.util.Map;
import java.util.Objects;

/** The rows of the verifiers in a transaction. */
record Verifiers(Map<VerifierId, Long> ids) {

  long id(VerifierId verifier) {
    return Objects.requireNonNull(ids.get(verifier));
  }
}
