package dev.whence.catalog;

/** How a package's latest crawl ended. */
public enum CrawlStatus {
  /** Known by name, never crawled. */
  PENDING,
  /**
   * The last crawl stored what the registry had, but for attestations that could not be fetched:
   * those have tries of their own.
   */
  CRAWLED,
  /** The registry does not know the package. */
  NOT_FOUND,
  /** The registry says that the whole package was unpublished. */
  UNPUBLISHED,
  /** The last crawl failed in a way that may pass; it is tried again. */
  FAILED,
  /** What the registry sent breaks our limits or is not a packument; it is tried again. */
  UNREADABLE
}
