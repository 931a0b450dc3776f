package dev.whence.catalog;

import org.jspecify.annotations.Nullable;

/** A difference between a packument and what is stored, as package_event has it. */
record Change(
    EventKind kind,
    @Nullable String version,
    @Nullable String tag,
    @Nullable String before,
    @Nullable String after) {}
