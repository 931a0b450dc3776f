package dev.whence.web.facts;

import dev.whence.catalog.Evidence;

/** Separates what a verified provenance proves from what another one only claims. */
public final class ClaimWords {

  private ClaimWords() {}

  /** True only if all checks passed that apply. */
  public static boolean isProven(Evidence evidence) {
    return evidence == Evidence.VERIFIED;
  }

  /** The title of a card with statements of a provenance: {@code Source (claimed, rejected)}. */
  public static String title(String title, Evidence evidence) {
    if (isProven(evidence)) {
      return title;
    }
    return title + (evidence == Evidence.REJECTED ? " (claimed, rejected)" : " (claimed)");
  }
}
