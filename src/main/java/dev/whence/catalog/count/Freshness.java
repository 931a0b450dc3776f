package dev.whence.catalog.count;

import dev.whence.catalog.RefreshTier;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The freshness of a tier, compared with its goal.
 *
 * @param goal the longest time since the last crawl of a package
 * @param packages the number of packages in the tier
 * @param fresh the number of packages that were crawled within the goal
 * @param oldestAt when the package that waits longest was crawled; absent if the tier is empty
 * @param countedAt when this was counted
 */
public record Freshness(
    RefreshTier tier,
    Duration goal,
    long packages,
    long fresh,
    @Nullable Instant oldestAt,
    Instant countedAt) {}
