package dev.whence.catalog.read;

import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.VerifierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verdict in the history of an attestation.
 *
 * @param ordinal the attestation's place in its response, from 0
 * @param kind absent if the attestation could not be read
 * @param predicateType the signed one; absent if the attestation could not be read
 */
public record RecordedVerdict(
    int ordinal,
    @Nullable AttestationKind kind,
    @Nullable String predicateType,
    Verdict verdict,
    Instant verifiedAt,
    VerifierId verifier) {}
