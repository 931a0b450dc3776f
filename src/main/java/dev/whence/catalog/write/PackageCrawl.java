package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.NextCrawl;
import dev.whence.provenance.Check;
import dev.whence.provenance.Packument;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.VerifierId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One package's crawl, ready to be stored in one transaction.
 *
 * @param etag the packument's, for the next conditional request
 * @param bodySha256 the packument's, hex
 * @param registrySignatures check 12 by version text, for every version whose facts are new
 * @param attestations by version text, for the versions whose attestations the registry answered
 * @param tries by version text, for all versions whose attestations could not be fetched, whether
 *     this crawl asked for them or an earlier one
 * @param verifier what the verdicts depended on
 */
public record PackageCrawl(
    Packument packument,
    @Nullable String etag,
    String bodySha256,
    Map<String, Check> registrySignatures,
    Map<String, AttestationFetch> attestations,
    Map<String, AttestationTry> tries,
    VerifierId verifier,
    Instant crawledAt,
    NextCrawl next) {

  /** The size of the responses. */
  long bytes() {
    return attestations.values().stream().mapToLong(AttestationFetch::size).sum();
  }

  /** What the registry answered when asked for a version's attestations. */
  public sealed interface AttestationFetch {

    /** How many bytes were served. */
    default long size() {
      return switch (this) {
        case Served served -> served.body().length;
        case Unreadable unreadable -> unreadable.body().length;
        case NotServed _ -> 0;
      };
    }

    /** Served and read; the items are in the response's order. */
    record Served(String url, Instant fetchedAt, byte[] body, List<AttestationWithVerdict> items)
        implements AttestationFetch {}

    /** Served, but not an attestation response; the bytes are kept all the same. */
    record Unreadable(String url, Instant fetchedAt, byte[] body, String reason)
        implements AttestationFetch {}

    /** The registry answered 404 for an advertised response. */
    record NotServed(String url, Instant fetchedAt) implements AttestationFetch {}
  }
}
