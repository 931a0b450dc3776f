package dev.whence.catalog.write;

import dev.whence.catalog.EventKind;
import org.jspecify.annotations.Nullable;

/** A difference between a packument and what is stored, as package_event has it. */
record PackageChange(
    EventKind kind,
    @Nullable String version,
    @Nullable String tag,
    @Nullable String before,
    @Nullable String after) {}
