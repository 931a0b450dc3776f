package dev.whence.crawl.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import java.time.Duration;
import java.util.Map;

/**
 * What asking for attestations gave, by version text.
 *
 * @param answers of the registry
 * @param failures where there was no answer that says anything
 */
record Asked(Map<String, AttestationFetch> answers, Map<String, Failure> failures) {

  /**
   * A version's attestations could not be fetched.
   *
   * @param state REFUSED or FAILING
   * @param reason a sentence
   * @param waitAsked what the registry asked us to wait; zero where it did not
   */
  record Failure(Evidence state, String reason, Duration waitAsked) {}

  /** How many versions were asked for. */
  int size() {
    return answers.size() + failures.size();
  }
}
