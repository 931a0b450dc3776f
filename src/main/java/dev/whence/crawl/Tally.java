package dev.whence.crawl;

import dev.whence.catalog.PackageCrawl;
import dev.whence.catalog.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one crawl brought, in numbers.
 *
 * @param versions in the packument
 * @param responses attestation responses that were served, readable or not
 * @param notServed advertised responses that the registry does not have
 * @param failedRequests attestation requests that must be tried again
 * @param verdicts of the attestations, by outcome
 */
public record Tally(
    int versions,
    int responses,
    int notServed,
    int failedRequests,
    Map<Verdict.Outcome, Integer> verdicts) {

  static Tally of(int versions, Collection<AttestationFetch> fetches) {
    int responses = 0;
    int notServed = 0;
    int failed = 0;
    Map<Verdict.Outcome, Integer> verdicts = new EnumMap<>(Verdict.Outcome.class);
    for (AttestationFetch fetch : fetches) {
      switch (fetch) {
        case AttestationFetch.Served served -> {
          responses++;
          for (PackageCrawl.Item item : served.items()) {
            verdicts.merge(item.verdict().outcome(), 1, Integer::sum);
          }
        }
        case AttestationFetch.Unreadable _ -> {
          responses++;
          verdicts.merge(Verdict.Outcome.UNREADABLE, 1, Integer::sum);
        }
        case AttestationFetch.NotServed _ -> notServed++;
        case AttestationFetch.Failed _ -> failed++;
      }
    }
    return new Tally(versions, responses, notServed, failed, Map.copyOf(verdicts));
  }

  int count(Verdict.Outcome outcome) {
    return verdicts.getOrDefault(outcome, 0);
  }

  /** Attestations with a verdict, whatever it is. */
  int attestations() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
