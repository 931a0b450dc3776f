package dev.whence.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What determines a generated registry.
 *
 * @param seed everything that is drawn or derived follows from it
 * @param packages how many to have; the stories come in any case
 * @param provenanceShare how many of the others publish with provenance by now, in percent; a few
 *     of them have not published since they do
 * @param now the time that the histories lead up to
 */
public record Edition(String seed, int packages, double provenanceShare, Instant now) {

  public Edition {
    now = now.truncatedTo(ChronoUnit.SECONDS);
  }
}
