package dev.whence.catalog.sql;

/**
 * Finds the rows of one repository. A name can pass from one repository to another, so the forge's
 * id decides if it is known: all rows with the id are one repository under its names. A row without
 * an id belongs to the same repository, as long as no other id has had the name.
 */
public final class RepositoryRows {

  /** The newest of the rows of one repository, or of one name, first. */
  public static final String NEWEST =
      """
      r.identified_at DESC NULLS LAST, r.identified_version_at DESC NULLS LAST, r.id DESC
      """;

  /** The condition that row {@code r} has no id, or that its id is still certified. */
  public static final String HOLDS =
      """
      (r.forge_repository_id IS NULL
        OR EXISTS (SELECT FROM provenance y WHERE y.repository_id = r.id))
      """;

  /**
   * The repository that has the name now: {@code :host} in lower case, {@code :owner}, {@code
   * :name}.
   */
  public static final String OF_NAMES =
      "WHERE r.host = :host AND lower(r.owner) = lower(:owner) AND lower(r.name) = lower(:name) AND "
          + HOLDS
          + "ORDER BY r.forge_repository_id IS NULL, "
          + NEWEST
          + "LIMIT 1\n";

  /** By {@code :host} in lower case, and {@code :forge_id}. */
  public static final String OF_ID =
      "WHERE r.host = :host AND r.forge_repository_id = :forge_id AND "
          + HOLDS
          + "ORDER BY "
          + NEWEST
          + "LIMIT 1\n";

  /** Row {@code g} under each name of the repository of row {@code h}. */
  private static final String UNDER_EACH_NAME =
      """
      h JOIN repository g ON g.host = h.host AND g.forge_repository_id = h.forge_repository_id
      """;

  /** Row {@code n} of the same name as {@code g}, without an id. */
  private static final String NAME_ALONE =
      """
      JOIN repository n ON n.host = g.host AND lower(n.owner) = lower(g.owner)
        AND lower(n.name) = lower(g.name) AND n.forge_repository_id IS NULL
      """;

  /** The ids of all rows of the repository of row {@code h}. */
  public static final String OF_H =
      "SELECT h.id FROM h UNION SELECT g.id FROM "
          + UNDER_EACH_NAME
          + "UNION SELECT n.id FROM "
          + UNDER_EACH_NAME
          + NAME_ALONE
          + """
          WHERE NOT EXISTS (
            SELECT FROM repository o
            WHERE o.host = g.host AND lower(o.owner) = lower(g.owner)
              AND lower(o.name) = lower(g.name) AND o.forge_repository_id <> g.forge_repository_id)
          """;

  /** The rows without an id of the names that the repository of row {@code h} has now. */
  public static final String NAMES_OF_H =
      "SELECT h.id FROM h WHERE h.forge_repository_id IS NULL UNION SELECT n.id FROM "
          + UNDER_EACH_NAME
          + NAME_ALONE
          + "WHERE NOT "
          + passedOn("g");

  /**
   * All rows of the repository that {@code q.named} names in lower case: {@code host/id} by its id,
   * {@code host/owner/name} by its names.
   */
  public static final String OF_Q =
      """
      WITH h AS (
        (SELECT r.id, r.host, r.forge_repository_id FROM repository r
          WHERE r.host = split_part(q.named, '/', 1)
            AND r.forge_repository_id = substring(q.named FROM '^[^/]*/([^/]*)$')
          LIMIT 1)
        UNION ALL
        (SELECT r.id, r.host, r.forge_repository_id FROM repository r
          WHERE r.host = split_part(q.named, '/', 1)
            AND lower(r.owner) = substring(q.named FROM '^[^/]*/(.*)/[^/]*$')
            AND lower(r.name) = substring(q.named FROM '[^/]*$')
            AND\s"""
          + HOLDS
          + "ORDER BY r.forge_repository_id IS NULL, "
          + NEWEST
          + "LIMIT 1))\n"
          + OF_H;

  /**
   * The identity of row {@code r}: an id, or the row itself if no id is known. A row without an id
   * belongs to the only id that has had the name. If several ids have had it, it belongs to none of
   * them.
   */
  public static final String IDENTITY =
      """
      CROSS JOIN LATERAL (
        SELECT f.forge_id, CASE WHEN f.forge_id IS NULL THEN r.id END AS row_id
        FROM (
          SELECT CASE WHEN r.forge_repository_id IS NOT NULL THEN r.forge_repository_id ELSE (
            SELECT min(o.forge_repository_id) FROM repository o
            WHERE o.host = r.host AND lower(o.owner) = lower(r.owner)
              AND lower(o.name) = lower(r.name) AND o.forge_repository_id IS NOT NULL
            HAVING min(o.forge_repository_id) = max(o.forge_repository_id)) END AS forge_id
          OFFSET 0) f) i
      """;

  private RepositoryRows() {}

  /**
   * The condition that the names of a row with an id belong to another repository now: another id
   * has signed under them since. It is a scalar subquery, because Postgres would read whole tables
   * to hash an EXISTS.
   */
  public static String passedOn(String row) {
    return """
        ((SELECT true FROM repository o
          WHERE o.host = {r}.host AND lower(o.owner) = lower({r}.owner)
            AND lower(o.name) = lower({r}.name)
            AND o.forge_repository_id <> {r}.forge_repository_id
            AND (o.identified_at, coalesce(o.identified_version_at, '-infinity'), o.id)
              > ({r}.identified_at, coalesce({r}.identified_version_at, '-infinity'), {r}.id)
            AND EXISTS (SELECT FROM provenance y WHERE y.repository_id = o.id)
          LIMIT 1) IS NOT NULL)
        """
        .replace("{r}", row);
  }
}
