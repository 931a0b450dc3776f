package dev.whence.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What determines a generated registry.
 *
 * @param seed the same seed gives the same registry
 * @param packages how many; the stories are always there
 * @param provenanceShare how many of the others publish with provenance at the end, in percent; a
 *     few of them have not published since they began that
 * @param now the time at which the histories end
 */
public record Edition(String seed, int packages, double provenanceShare, Instant now) {

  public Edition {
    now = now.truncatedTo(ChronoUnit.SECONDS);
  }
}
