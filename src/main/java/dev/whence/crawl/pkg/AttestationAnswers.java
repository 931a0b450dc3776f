package dev.whence.crawl.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import java.time.Duration;
import java.util.Map;

/**
 * The results of requests for attestations, by version text.
 *
 * @param answers of the registry
 * @param failures requests without a usable answer
 */
record AttestationAnswers(Map<String, AttestationFetch> answers, Map<String, Failure> failures) {

  /**
   * A version's attestations could not be fetched.
   *
   * @param state REFUSED or FAILING
   * @param reason a sentence
   * @param waitAsked how long the registry asked us to wait; zero if it did not
   */
  record Failure(Evidence state, String reason, Duration waitAsked) {}

  /** How many versions were requested. */
  int size() {
    return answers.size() + failures.size();
  }
}
