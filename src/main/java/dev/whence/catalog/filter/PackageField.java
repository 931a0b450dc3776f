package dev.whence.catalog.filter;

import dev.whence.catalog.CrawlStatus;
import dev.whence.provenance.CiProvider;

/** The filters of a list of packages. */
public enum PackageField implements FilterField {
  TEXT("q", "whose name has", new FilterValue.Part(), "p.search_name LIKE :q"),
  STATUS(
      "status",
      "whose crawl status is",
      FilterValue.Choice.of(CrawlStatus.class),
      "c.status = :status"),
  /** The evidence of the latest version: the one that dist-tag {@code latest} points at. */
  EVIDENCE(
      "evidence",
      "whose latest version is",
      FilterValue.Choice.evidence(),
      FilterConditions.EVIDENCE),
  /** Of the latest version. */
  PROVIDER(
      "provider",
      "whose latest version was built by",
      FilterValue.Choice.of(CiProvider.class),
      "pr.provider = :provider"),
  /** Of the latest version. */
  LEVEL(
      "level",
      "whose latest version has the SLSA Build level",
      FilterValue.Choice.of("l2", "l3", "none"),
      "coalesce(w.level, 'NONE') = :level"),
  /** Any version has provenance, verified or not. */
  PROVENANCE(
      "provenance",
      "with provenance of some version",
      FilterValue.Choice.of("yes", "no"),
      "(p.id IN (SELECT v.package_id FROM version v WHERE "
          + FilterConditions.WITH_PROVENANCE
          + ")) = (:provenance = 'YES')"),
  /** Any version was built from it. A rejected provenance does not count. */
  REPOSITORY(
      "repository",
      "built from",
      FilterConditions.REPOSITORY,
      built("y.repository_id " + FilterConditions.REPOSITORY_IDS)),
  WORKFLOW(
      "workflow",
      "built by the workflow",
      FilterConditions.WORKFLOW,
      built("y.workflow_id " + FilterConditions.WORKFLOW_IDS)),
  /** When the first version with verified provenance was published. */
  FROM(
      "from",
      "whose first verified version was published from",
      new FilterValue.Day(),
      proven(">= " + FilterConditions.DAY)),
  TO(
      "to",
      "whose first verified version was published up to",
      new FilterValue.Day(),
      proven("< " + FilterConditions.NEXT_DAY));

  private final String slug;
  private final String title;

  /** Never changes: every kind is a record without changing state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final FilterValue value;

  private final String condition;

  PackageField(String slug, String title, FilterValue value, String condition) {
    this.slug = slug;
    this.title = title;
    this.value = value;
    this.condition = condition;
  }

  /** An array, because Postgres would otherwise expect far too many packages of one repository. */
  private static String built(String condition) {
    return """
        p.id = ANY (ARRAY(
          SELECT x.package_id FROM provenance y
          JOIN version x ON x.provenance_id = y.attestation_id
          WHERE x.evidence <> 'REJECTED' AND\s"""
        + condition
        + "))";
  }

  private static String proven(String condition) {
    return """
        p.id IN (
          SELECT x.package_id FROM version x WHERE x.evidence = 'VERIFIED'
          GROUP BY x.package_id HAVING min(x.published_at)\s"""
        + condition
        + ")";
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public FilterValue value() {
    return value;
  }

  @Override
  public String condition() {
    return condition;
  }
}
