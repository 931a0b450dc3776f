package dev.whence.catalog.filter;

/** The orders in which repositories can be listed. */
public enum RepositoryOrder {
  /** Most packages first. */
  PACKAGES,
  /** Most versions first. */
  VERSIONS,
  /** Most workflows first. */
  WORKFLOWS,
  /** The most recently built first. */
  LAST_BUILT,
  /** By host, owner and name, without regard to case. */
  NAME
}
