package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.Clean;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl needs to know of a package before it asks the registry.
 *
 * @param marked whether it is still marked as to be planned: the crawl that begins is what it needs
 * @param etag of the packument that was stored last; absent where it was read by other rules
 * @param bodySha256 of that packument, hex: some registries ignore If-None-Match; absent likewise
 * @param silent whether its registry passes on neither signatures nor attestations
 * @param versions by version text, without those that the registry no longer has
 */
public record KnownPackage(
    CrawlRecord crawl,
    boolean marked,
    @Nullable Long downloadsLastMonth,
    @Nullable String etag,
    @Nullable String bodySha256,
    boolean silent,
    Map<String, KnownVersion> versions) {

  /** The version with this text, however long or odd; absent where it is not known. */
  public @Nullable KnownVersion version(String text) {
    return versions.get(Clean.key(text));
  }

  /**
   * A version that the catalog has.
   *
   * @param evidence decides whether its attestations must be asked for (again)
   * @param publishedAt as stored: what is not served of a young version may well come
   * @param attempt absent unless its attestations could not be fetched
   */
  public record KnownVersion(
      Evidence evidence,
      @Nullable String integrity,
      @Nullable Instant publishedAt,
      @Nullable AttestationTry attempt) {}
}
