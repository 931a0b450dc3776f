package dev.whence.provenance.bundle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a bundle's transparency log entry.
 *
 * @param kind kind and version: {@code intoto/0.0.2}, {@code dsse/0.0.1}
 * @param logIndex the entry's index in the log as a whole; absent if the log does not sign it
 * @param logId SHA-256 of the log's public key, hex
 * @param integratedTime when Rekor v1 accepted it, from its signed entry timestamp; absent without
 *     one
 * @param promise the bundle has a signed entry timestamp
 * @param proof the bundle has an inclusion proof
 * @param checkpoint the inclusion proof has a signed checkpoint
 */
public record LogEntry(
    String kind,
    @Nullable Long logIndex,
    String logId,
    @Nullable Instant integratedTime,
    boolean promise,
    boolean proof,
    boolean checkpoint) {}
