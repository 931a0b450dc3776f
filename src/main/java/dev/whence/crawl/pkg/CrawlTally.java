package dev.whence.crawl.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.util.EnumMap;
import java.util.Map;

/**
 * The results of one crawl, in numbers.
 *
 * @param versions in the packument
 * @param responses attestation responses that were served, readable or not
 * @param notFound listed responses for which the registry answers 404
 * @param refused listed responses that the registry refuses to serve
 * @param failed attestation requests without a usable answer
 * @param verdicts of the attestations, by outcome
 */
public record CrawlTally(
    int versions,
    int responses,
    int notFound,
    int refused,
    int failed,
    Map<Verdict.Outcome, Integer> verdicts) {

  static CrawlTally of(int versions, AttestationAnswers asked) {
    int responses = 0;
    int notFound = 0;
    Map<Verdict.Outcome, Integer> verdicts = new EnumMap<>(Verdict.Outcome.class);
    for (AttestationFetch fetch : asked.answers().values()) {
      switch (fetch) {
        case AttestationFetch.Served served -> {
          responses++;
          for (AttestationWithVerdict item : served.items()) {
            verdicts.merge(item.verdict().outcome(), 1, Integer::sum);
          }
        }
        case AttestationFetch.Unreadable _ -> {
          responses++;
          verdicts.merge(Verdict.Outcome.UNREADABLE, 1, Integer::sum);
        }
        case AttestationFetch.NotServed _ -> notFound++;
      }
    }
    long refused =
        asked.failures().values().stream().filter(f -> f.state() == Evidence.REFUSED).count();
    return new CrawlTally(
        versions,
        responses,
        notFound,
        (int) refused,
        asked.failures().size() - (int) refused,
        Map.copyOf(verdicts));
  }

  public int count(Verdict.Outcome outcome) {
    return verdicts.getOrDefault(outcome, 0);
  }

  /** Attestations with any verdict. */
  public int attestations() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
