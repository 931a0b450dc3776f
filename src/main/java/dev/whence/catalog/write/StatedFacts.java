package dev.whence.catalog.write;

/**
 * What holds of a version once a packument was read: the facts that it states, {@code t}, before
 * what was stored, {@code o}. What it does not state is no new value.
 */
final class StatedFacts {

  /**
   * npm lifts a deprecation by leaving the field out. But an answer that no longer has the
   * publisher either has lost fields on the way, and says nothing of the deprecation.
   */
  static final String DEPRECATED =
      """
      CASE WHEN t.deprecated IS NULL AND t.publisher IS NULL AND o.publisher IS NOT NULL
        THEN o.deprecated ELSE nullif(t.deprecated, '') END
      """;

  /** Stands beside the publisher's name: without the name nothing is said of it. */
  static final String TRUSTED_PUBLISHER = besideName("trusted_publisher");

  /** As {@link #TRUSTED_PUBLISHER}. */
  static final String APPROVER = besideName("approver");

  private StatedFacts() {}

  private static String besideName(String column) {
    return "CASE WHEN t.publisher IS NULL THEN coalesce(t.{c}, o.{c}) ELSE t.{c} END\n"
        .replace("{c}", column);
  }
}
