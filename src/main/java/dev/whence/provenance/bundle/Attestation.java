package dev.whence.provenance.bundle;

import dev.whence.provenance.Provenance;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.TimeSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One readable attestation of an attestation response: the signed statement with the facts of its
 * bundle, before anything is verified.
 *
 * @param kind by the signed predicate type
 * @param predicateType the signed predicate type
 * @param wrapperPredicateType the response's own, unsigned; absent in a bare bundle
 * @param mediaType the bundle's media type
 * @param statementType the statement's {@code _type}
 * @param signer who signed
 * @param logEntry the first transparency log entry; absent where the bundle has none
 * @param signedAt signing time as the bundle states it; absent where it states none
 * @param timeSource who vouches for {@code signedAt}
 * @param subjects what the statement is about
 * @param provenance the normalised provenance; absent unless {@code kind} is PROVENANCE
 */
public record Attestation(
    AttestationKind kind,
    String predicateType,
    @Nullable String wrapperPredicateType,
    String mediaType,
    String statementType,
    Signer signer,
    @Nullable LogEntry logEntry,
    @Nullable Instant signedAt,
    @Nullable TimeSource timeSource,
    List<Subject> subjects,
    @Nullable Provenance provenance) {

  public Attestation {
    subjects = List.copyOf(subjects);
  }

  /**
   * A subject of an in-toto statement.
   *
   * @param name as written: a purl for npm
   * @param sha512 absent where the subject has no (well-formed) sha512
   */
  public record Subject(String name, @Nullable Sha512 sha512) {}
}
