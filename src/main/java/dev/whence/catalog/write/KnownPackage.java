package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.Clean;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored facts that a crawl needs before it asks the registry.
 *
 * @param marked whether the package is still marked as unplanned; the crawl that begins is the
 *     planned one
 * @param etag of the packument that was stored last; absent if it was read by other rules
 * @param bodySha256 of that packument, hex: for registries that ignore If-None-Match; absent in the
 *     same case
 * @param silent whether its registry passes on neither signatures nor attestations
 * @param versions by version text, without removed versions
 */
public record KnownPackage(
    CrawlRecord crawl,
    boolean marked,
    @Nullable Long downloadsLastMonth,
    @Nullable String etag,
    @Nullable String bodySha256,
    boolean silent,
    Map<String, KnownVersion> versions) {

  /** The version with this text, even if it is long or odd; absent if it is unknown. */
  public @Nullable KnownVersion version(String text) {
    return versions.get(Clean.key(text));
  }

  /**
   * A version that the catalog has.
   *
   * @param evidence decides whether its attestations must be fetched, or fetched again
   * @param publishedAt as stored; attestations of a young version may still appear
   * @param attempt absent unless its attestations could not be fetched
   */
  public record KnownVersion(
      Evidence evidence,
      @Nullable String integrity,
      @Nullable Instant publishedAt,
      @Nullable AttestationTry attempt) {}
}
