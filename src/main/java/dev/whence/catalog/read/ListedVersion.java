package dev.whence.catalog.read;

/** A version in a list over several packages. */
public record ListedVersion(String packageName, VersionSummary summary) {}
