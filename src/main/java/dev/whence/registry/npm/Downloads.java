package dev.whence.registry.npm;

import dev.whence.provenance.PackageName;

/** How often a package was downloaded in a month. */
public record Downloads(PackageName name, long lastMonth) {}
