package dev.whence.catalog.read;

import dev.whence.provenance.bundle.Attestation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attestation for the {@code attestations} data set: every normalised field and the latest
 * verdict.
 *
 * @param attestation absent if it is unreadable
 * @param responseSha256 digest of the attestation response, hex
 */
public record AttestationRow(
    String packageName,
    String version,
    @Nullable Instant publishedAt,
    int ordinal,
    @Nullable Attestation attestation,
    RecordedVerdict latest,
    String responseSha256) {}
