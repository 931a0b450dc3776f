package dev.whence.catalog;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last try to fetch attestations that the registry lists, if it failed.
 *
 * @param state REFUSED or FAILING
 * @param attempts failures in a row
 * @param reason why the last one failed, in a sentence
 * @param since when the first failure was
 * @param nextAt the time from which a crawl of the package asks again
 * @param parkedAt since when we ask rarely, after too many failures; otherwise absent
 */
public record AttestationTry(
    Evidence state,
    int attempts,
    String reason,
    Instant since,
    Instant lastAt,
    Instant nextAt,
    @Nullable Instant parkedAt) {

  /** Why nothing could be fetched, as the word on pages. */
  public EvidenceReason why() {
    return Objects.requireNonNull(state.reason());
  }

  /** When we ask again. That is part of a crawl of the package, which may be later. */
  public Instant nextAt(CrawlRecord crawl) {
    @Nullable Instant next = crawl.nextTryAt();
    return next != null && next.isAfter(nextAt) ? next : nextAt;
  }
}
