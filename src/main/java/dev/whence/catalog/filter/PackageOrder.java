package dev.whence.catalog.filter;

/** The orders in which packages can be listed. */
public enum PackageOrder {
  /**
   * The searched name first, then names that start with it (also without the scope), then the rest.
   * Each group is ordered by downloads. Without a searched name, all are ordered by downloads.
   */
  MATCH,
  /** Most downloads last month first. */
  DOWNLOADS,
  NAME,
  /** The package with the newest latest version first. */
  PUBLISHED
}
