package dev.whence.catalog.filter;

/** The orders in which versions of several packages can be listed. */
public enum VersionOrder {
  /** Published last first. */
  NEWEST,
  /**
   * Published first first; before them those of which it is not known when, as the index has it.
   */
  OLDEST,
  /** By name of the package; within it, the highest version by semver first. */
  PACKAGE
}
