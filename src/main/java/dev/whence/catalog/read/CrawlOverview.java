package dev.whence.catalog.read;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the crawl.
 *
 * @param packagesByStatus every status, zero included
 * @param versionsByEvidence every evidence, zero included
 * @param failures failures to fetch something, most recent first
 */
public record CrawlOverview(
    Map<CrawlStatus, Long> packagesByStatus,
    Map<Evidence, Long> versionsByEvidence,
    Page<Failure> failures) {

  /**
   * A package whose last crawl failed or whose name the registry does not know, or a version whose
   * attestations could not be fetched.
   *
   * @param part the version; absent if the package itself failed
   */
  public record Failure(String name, @Nullable FailedPart part, CrawlRecord crawl) {}

  /** A version whose attestations could not be fetched. */
  public record FailedPart(String version, AttestationTry attempt) {}
}
