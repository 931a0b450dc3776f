package dev.whence.catalog;

/** How a package's latest crawl ended. */
public enum CrawlStatus {
  /** The name is known, but the package was never crawled. */
  PENDING,
  /**
   * The last crawl stored the registry's facts. Attestations that could not be fetched are tried
   * again separately.
   */
  CRAWLED,
  /** The registry does not know the package. */
  NOT_FOUND,
  /** The registry says that the whole package was unpublished. */
  UNPUBLISHED,
  /** The last crawl failed for a reason that may end; it is tried again. */
  FAILED,
  /** The registry's answer is beyond our limits or is not a packument; it is tried again. */
  UNREADABLE
}
