package dev.whence.catalog.read;

import dev.whence.catalog.EventKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a package between two crawls.
 *
 * @param version the changed version; absent for the package itself and for dist-tags
 * @param tag the changed dist-tag; absent for all other changes
 * @param before the registry's old value; absent if there was none
 * @param after the registry's new value; absent if there is none
 * @param noticedAt the time of the crawl that noticed it
 * @param happenedAt when it happened, if the registry says so; otherwise absent
 */
public record PackageEvent(
    EventKind kind,
    @Nullable String version,
    @Nullable String tag,
    @Nullable String before,
    @Nullable String after,
    Instant noticedAt,
    @Nullable Instant happenedAt) {}
