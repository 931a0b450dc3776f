package dev.whence.catalog.filter;

import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Verdict;

/** The filters of a list of versions. */
public enum VersionField implements FilterField {
  /** One package, by its exact name. */
  PACKAGE(
      "package",
      "of the package",
      FilterConditions.NAME,
      "v.package_id = (SELECT id FROM package WHERE name = :package)"),
  EVIDENCE("evidence", "whose state is", FilterValue.Choice.evidence(), FilterConditions.EVIDENCE),
  /** Verified or not. */
  PROVENANCE(
      "provenance",
      "with provenance",
      FilterValue.Choice.of("yes", "no"),
      "(" + FilterConditions.WITH_PROVENANCE + ") = (:provenance = 'YES')"),
  REMOVED(
      "removed",
      "removed from the registry",
      FilterValue.Choice.of("yes", "no"),
      "(v.removed_at IS NOT NULL) = (:removed = 'YES')"),
  COUNTED(
      "counted",
      "counted in adoption",
      FilterValue.Choice.of("yes"),
      FilterConditions.COUNTED + " AND :counted = 'YES'"),
  PROVIDER(
      "provider", "built by", FilterValue.Choice.of(CiProvider.class), "pr.provider = :provider"),
  LEVEL(
      "level",
      "with the SLSA Build level",
      FilterValue.Choice.of("l2", "l3", "none"),
      "coalesce(w.level, 'NONE') = :level"),
  /** An attestation that is served now has this newest verdict. */
  VERDICT(
      "verdict",
      "with an attestation that is",
      FilterValue.Choice.of(Verdict.Outcome.class),
      """
      v.response_id IN (
        SELECT a.response_id FROM attestation a
        JOIN verification x ON x.id = a.verification_id
        WHERE x.outcome = :verdict)
      """),
  /** The result of the check of the registry's own signature. */
  SIGNATURE(
      "signature",
      "whose registry signature",
      FilterValue.Choice.of(CheckStatus.class),
      "v.id IN (SELECT g.version_id FROM registry_signature g WHERE g.status = :signature)"),
  /** A rejected provenance does not count. */
  REPOSITORY(
      "repository",
      "built from",
      FilterConditions.REPOSITORY,
      "v.evidence <> 'REJECTED' AND pr.repository_id " + FilterConditions.REPOSITORY_IDS),
  WORKFLOW(
      "workflow",
      "built by the workflow",
      FilterConditions.WORKFLOW,
      "v.evidence <> 'REJECTED' AND pr.workflow_id " + FilterConditions.WORKFLOW_IDS),
  FROM(
      "from", "published from", new FilterValue.Day(), "v.published_at >= " + FilterConditions.DAY),
  TO(
      "to",
      "published up to",
      new FilterValue.Day(),
      "v.published_at < " + FilterConditions.NEXT_DAY),
  /** The beginning of the commit is enough. */
  COMMIT(
      "commit",
      "built from the commit",
      FilterValue.Text.of(
          "[0-9a-f]{7,64}",
          "is not the beginning of a commit",
          "Write at least the first 7 digits of a commit: 0 to 9, a to f."),
      "pr.commit LIKE :commit || '%'"),
  /** The forge's number of the run. Several forges can have a run with the same number. */
  RUN(
      "run",
      "built by the run",
      FilterValue.Text.of(
          "[0-9]{1,20}", "is not the number of a build run", "Write only its digits."),
      FilterConditions.RUN_NUMBER + " = :run"),
  INTEGRITY(
      "integrity",
      "whose file has the digest",
      FilterValue.Text.of(
          "sha(?:1|256|384|512)-[A-Za-z0-9+/]{20,100}={0,2}",
          "is not a digest",
          "Write the digest as npm does: sha512- and base64."),
      "v.integrity = :integrity"),
  SHASUM(
      "shasum",
      "whose file has the SHA-1",
      FilterValue.Text.of("[0-9a-f]{40}", "is not a SHA-1", "Write its 40 digits: 0 to 9, a to f."),
      "v.shasum = :shasum"),
  /** The entry of an attestation that is served now. */
  LOG_INDEX(
      "log-index",
      "with the transparency log entry",
      FilterValue.Text.of(
          "[0-9]{1,18}", "is not the number of a log entry", "Write only its digits."),
      "v.response_id IN (SELECT a.response_id FROM attestation a WHERE a.log_index = :log_index::bigint)");

  private final String slug;
  private final String title;

  /** Never changes: every kind is a record without changing state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final FilterValue value;

  private final String condition;

  VersionField(String slug, String title, FilterValue value, String condition) {
    this.slug = slug;
    this.title = title;
    this.value = value;
    this.condition = condition;
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
