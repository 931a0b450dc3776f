package dev.whence.catalog;

import java.util.Map;

/**
 * How the crawl stands.
 *
 * @param packagesByStatus every status, zero included
 * @param versionsByEvidence every evidence, zero included
 * @param failures packages whose last crawl failed, most recent first
 */
public record CrawlOverview(
    Map<CrawlStatus, Long> packagesByStatus,
    Map<Evidence, Long> versionsByEvidence,
    Page<FailedPackage> failures) {

  /** A package whose last crawl failed, or whose name the registry does not know. */
  public record FailedPackage(String name, CrawlRecord crawl) {}
}
