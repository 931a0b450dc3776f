package dev.whence.provenance.bundle;

import dev.whence.provenance.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One attestation of a response, with its verdict.
 *
 * @param attestation absent if it could not be read; then the verdict is UNREADABLE
 */
public record AttestationWithVerdict(@Nullable Attestation attestation, Verdict verdict) {}
