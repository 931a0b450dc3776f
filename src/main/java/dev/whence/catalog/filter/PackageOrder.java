package dev.whence.catalog.filter;

/** The orders in which packages can be listed. */
public enum PackageOrder {
  /**
   * The name that is looked for first, then names that start with it (scope left out, too), then
   * the rest, each by downloads. Where no name is looked for, by downloads alone.
   */
  MATCH,
  /** Most downloads last month first. */
  DOWNLOADS,
  NAME,
  /** The latest version that was published last, first. */
  PUBLISHED
}
