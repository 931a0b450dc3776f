package dev.whence.web.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every page tells about this installation.
 *
 * @param generated whether its registry and Sigstore are generated ones
 * @param silentSince when we noticed that the registry passes no provenance on; absent if it does
 * @param oldTrust when the keys behind the verdicts were last confirmed; absent unless that is long
 *     ago
 */
public record InstallationNotices(
    boolean generated, @Nullable Instant silentSince, @Nullable When oldTrust) {}
