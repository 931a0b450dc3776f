package dev.whence.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the trust material stands, for the operator.
 *
 * @param current what verdicts rest on now
 * @param refreshedAt when its source last confirmed it; absent for the copy in the jar
 * @param problem why the last refresh failed; absent where it did not
 */
public record TrustStatus(
    TrustMaterial.Description current, @Nullable Instant refreshedAt, @Nullable String problem) {}
