package dev.whence.catalog.count;

import dev.whence.catalog.RefreshTier;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a tier's freshness goal is met.
 *
 * @param goal how long ago a package may have been looked at
 * @param packages of the tier
 * @param fresh those that were looked at within the goal
 * @param oldestAt the longest ago that one of them was last looked at; absent where none is
 * @param countedAt when this was so
 */
public record Freshness(
    RefreshTier tier,
    Duration goal,
    long packages,
    long fresh,
    @Nullable Instant oldestAt,
    Instant countedAt) {}
