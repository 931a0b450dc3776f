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
 * @param etag of the packument, for the next conditional request
 * @param bodySha256 of the packument, hex
 * @param registrySignatures the results of check 12 by version text, for every version with new
 *     facts
 * @param attestations by version text, for versions with an answer of the registry
 * @param tries by version text, for all versions whose attestations this crawl or an earlier one
 *     could not fetch
 * @param verifier the verifier that gave the verdicts
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

  /** The registry's answer to a request for a version's attestations. */
  public sealed interface AttestationFetch {

    /** The number of served bytes. */
    default long size() {
      return switch (this) {
        case Served served -> served.body().length;
        case Unreadable unreadable -> unreadable.body().length;
        case NotServed _ -> 0;
      };
    }

    /** The response was served and read; the items are in its order. */
    record Served(String url, Instant fetchedAt, byte[] body, List<AttestationWithVerdict> items)
        implements AttestationFetch {}

    /** The served bytes are not an attestation response; they are stored, too. */
    record Unreadable(String url, Instant fetchedAt, byte[] body, String reason)
        implements AttestationFetch {}

    /** The registry answered 404 for a listed response. */
    record NotServed(String url, Instant fetchedAt) implements AttestationFetch {}
  }
}
