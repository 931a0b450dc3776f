package dev.whence.catalog;

/** The orders in which packages can be listed. */
public enum PackageOrder {
  /** Most downloads last month first. */
  DOWNLOADS,
  NAME,
  /** The latest version that was published last, first. */
  PUBLISHED
}
