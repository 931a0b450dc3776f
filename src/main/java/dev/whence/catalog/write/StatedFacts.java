package dev.whence.catalog.write;

/**
 * Merges the facts of a version: those that a packument states, {@code t}, replace the stored ones,
 * {@code o}. Facts that it does not state stay.
 */
final class StatedFacts {

  /**
   * npm ends a deprecation by leaving the field out. But if the answer also lacks the publisher,
   * fields were lost on the way, and the stored deprecation stays.
   */
  static final String DEPRECATED =
      """
      CASE WHEN t.deprecated IS NULL AND t.publisher IS NULL AND o.publisher IS NOT NULL
        THEN o.deprecated ELSE nullif(t.deprecated, '') END
      """;

  /** It belongs to the publisher's name: if the name is missing, the stored value stays. */
  static final String TRUSTED_PUBLISHER = besideName("trusted_publisher");

  /** Like {@link #TRUSTED_PUBLISHER}. */
  static final String APPROVER = besideName("approver");

  private StatedFacts() {}

  private static String besideName(String column) {
    return "CASE WHEN t.publisher IS NULL THEN coalesce(t.{c}, o.{c}) ELSE t.{c} END\n"
        .replace("{c}", column);
  }
}
