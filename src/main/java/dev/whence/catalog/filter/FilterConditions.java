package dev.whence.catalog.filter;

import dev.whence.catalog.sql.RepositoryRows;

/** Values and conditions that lists of packages and of versions share. */
public final class FilterConditions {

  static final FilterValue NAME =
      FilterValue.Text.of(
          "[^\\p{Cntrl}\\s]{1,300}",
          "is not the name of a package",
          "Write a name such as nuxt or @babel/core.");

  static final FilterValue REPOSITORY =
      FilterValue.Text.of(
          "[^/\\x00]{1,600}(?:/[^/\\x00]{1,600}){1,60}",
          "is not a repository",
          "Write host/owner/name, such as github.com/nuxt/nuxt, or host/id, such as"
              + " github.com/71895921.");

  static final FilterValue WORKFLOW =
      FilterValue.Text.of(
          "[^/\\x00]{1,600}(?:/[^/\\x00]{1,600}){1,60}/-/[^\\x00]{1,600}",
          "is not a workflow",
          "Write host/owner/name/-/file, such as"
              + " github.com/nuxt/nuxt/-/.github/workflows/release.yml, or host/id/-/file.");

  /** Uses the index of the natural key: forges ignore case in names. */
  static final String REPOSITORY_IDS =
      """
      IN (SELECT l.id FROM (SELECT lower(:repository) AS named) q CROSS JOIN LATERAL (
      """
          + RepositoryRows.OF_Q
          + ") l)\n";

  /** No forge allows {@code -} as a name, so the first one stands before the file. */
  static final String WORKFLOW_IDS =
      """
      IN (SELECT k.id FROM (SELECT :workflow AS given) w
        CROSS JOIN LATERAL (SELECT lower(split_part(w.given, '/-/', 1)) AS named) q
        CROSS JOIN LATERAL (
      """
          + RepositoryRows.OF_Q
          + """
            ) l
            JOIN workflow k ON k.repository_id = l.id
              AND k.path = substring(w.given FROM '^.*?/-/(.*)$'))
          """;

  /** One word stands for several stored states: {@link FilterValue.Choice#evidence}. */
  public static final String EVIDENCE = "v.evidence = ANY (string_to_array(:evidence, ','))";

  /**
   * A provenance attestation is stored, verified or not: the meaning of <em>with provenance</em>
   * everywhere, as in {@code VersionSummary.hasProvenance}.
   */
  public static final String WITH_PROVENANCE = "v.provenance_id IS NOT NULL";

  /** For the other versions, nobody can know whether they had provenance. */
  public static final String COUNTED = "v.evidence NOT IN ('REMOVED', 'UNKNOWN')";

  static final String DAY = "(:from::date)::timestamp AT TIME ZONE 'UTC'";

  static final String NEXT_DAY = "(:to::date + 1)::timestamp AT TIME ZONE 'UTC'";

  /** The expression of the index provenance_run. */
  static final String RUN_NUMBER =
      "substring(pr.run_url FROM '/(?:actions/runs|-/jobs|-/pipelines)/([0-9]{1,20})')";

  private FilterConditions() {}
}
