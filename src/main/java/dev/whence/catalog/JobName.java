package dev.whence.catalog;

import dev.whence.provenance.Slug;
import jakarta.persistence.EnumeratedValue;

/**
 * The background jobs. Each runs in one process at a time; only the crawl runs in all crawling
 * processes.
 */
public enum JobName {
  CRAWL("Crawl of packages"),
  CHANGES("Changes feed, and planning of crawls"),
  POPULARITY("Download counts"),
  TRUST("Refresh of the trust material"),
  TRUST_GAPS("Search for what the trust material lacks"),
  REGISTRY_KEYS("Comparison of the registry's keys"),
  REGISTRY_SILENCE("Search for what the registry does not pass on"),
  READ_DECLARATIONS("Reading stored repository addresses again"),
  REVERIFY("Verifying again"),
  FRESHNESS("Count of freshness"),
  FIND_OVERDUE("Search for overdue packages");

  private final String title;

  /** The name in the table of jobs, too. */
  @EnumeratedValue private final String slug;

  JobName(String title) {
    this.title = title;
    this.slug = Slug.of(name());
  }

  /** The job's name on pages. */
  public String title() {
    return title;
  }

  /** The name that the scheduler, JSON and metrics use: {@code registry-keys}. */
  public String slug() {
    return slug;
  }
}
