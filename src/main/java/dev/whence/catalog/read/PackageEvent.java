package dev.whence.catalog.read;

import dev.whence.catalog.EventKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed of a package between two crawls.
 *
 * @param version the version that it is about; absent for the package itself and for dist-tags
 * @param tag the dist-tag that it is about; absent for all else
 * @param before what the registry said until then, in the kind's own terms; absent for nothing
 * @param after what it says since; absent for nothing
 * @param noticedAt when the crawl asked that noticed
 * @param happenedAt the registry's own word for when it happened; absent where it has none
 */
public record PackageEvent(
    EventKind kind,
    @Nullable String version,
    @Nullable String tag,
    @Nullable String before,
    @Nullable String after,
    Instant noticedAt,
    @Nullable Instant happenedAt) {}
