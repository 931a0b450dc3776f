package dev.whence.catalog.filter;

/** The orders in which versions of several packages can be listed. */
public enum VersionOrder {
  /** The most recently published first. */
  NEWEST,
  /**
   * The earliest published first. Versions without a known time come before them, as in the index.
   */
  OLDEST,
  /** By name of the package; within it, the highest version by semver first. */
  PACKAGE
}
