package dev.whence.catalog.write;

import dev.whence.catalog.EventKind;
import org.jspecify.annotations.Nullable;

/** A difference between a packument and the stored facts, in the form of package_event. */
record PackageChange(
    EventKind kind,
    @Nullable String version,
    @Nullable String tag,
    @Nullable String before,
    @Nullable String after) {}
