package dev.whence.catalog;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with attestations that are advertised and could not be fetched.
 *
 * @param state REFUSED or FAILING
 * @param attempts failures in a row
 * @param reason of the last one, in a sentence
 * @param since when the first of them was
 * @param nextAt from when on a crawl of the package asks again
 * @param parkedAt since when they are asked for rarely, having failed too often; absent where not
 */
public record AttestationTry(
    Evidence state,
    int attempts,
    String reason,
    Instant since,
    Instant lastAt,
    Instant nextAt,
    @Nullable Instant parkedAt) {

  /** Why nothing could be fetched, in the word that readers see. */
  public EvidenceReason why() {
    return Objects.requireNonNull(state.reason());
  }

  /** When they are asked for again: in a crawl of their package, which may be later. */
  public Instant nextAt(CrawlRecord crawl) {
    @Nullable Instant next = crawl.nextTryAt();
    return next != null && next.isAfter(nextAt) ? next : nextAt;
  }
}
