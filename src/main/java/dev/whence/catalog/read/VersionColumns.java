package dev.whence.catalog.read;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns of a version in a list, with the provenance that decides its evidence. */
final class VersionColumns {

  /**
   * Provenance {@code pr}, its repository {@code s} and its builder {@code b}. Ids are shown only
   * if they are certified, because an unverified provenance can claim any id.
   */
  static final String PROVENANCE =
      """
      s.host AS source_host, pr.source_owner, pr.source_name,
      s.forge_repository_id AS source_repository_id,
      CASE WHEN s.forge_repository_id IS NOT NULL THEN pr.source_owner_id END AS source_owner_id,
      pr.ref, pr.commit, pr.workflow_path, pr.workflow_ref, pr.trigger,
      pr.run_url, pr.invocation_id, pr.build_type, b.uri AS builder_uri, pr.provider,
      pr.runner_environment,
      """
          + RepositoryRows.passedOn("s")
          + " AS source_is_passed_on\n";

  static final String SUMMARY =
      """
      v.version, v.published_at, v.removed_at, v.dist_tags, v.deprecated, v.publisher,
      v.trusted_publisher, v.evidence, v.provenance_id, w.level, w.checks_passed,
      w.checks_applicable,
      """
          + PROVENANCE;

  /** The joins that {@link #SUMMARY} needs beside version {@code v}. */
  static final String JOINS =
      """
      LEFT JOIN provenance pr ON pr.attestation_id = v.provenance_id
      LEFT JOIN repository s ON s.id = pr.repository_id
      LEFT JOIN builder b ON b.id = pr.builder_id
      LEFT JOIN verification w ON w.id = v.verification_id
      """;

  private VersionColumns() {}

  static VersionSummary summary(Row row) throws SQLException {
    return new VersionSummary(
        row.text("version"),
        row.optionalTime("published_at"),
        row.optionalTime("removed_at"),
        row.texts("dist_tags"),
        row.optionalText("deprecated"),
        row.optionalText("publisher"),
        row.optionalText("trusted_publisher"),
        row.constant("evidence", Evidence.class),
        row.optionalNumber("provenance_id") == null ? null : provenance(row),
        row.optionalConstant("level", SlsaLevel.class),
        row.integer("checks_passed"),
        row.integer("checks_applicable"));
  }

  static Provenance provenance(Row row) throws SQLException {
    return new Provenance(
        source(row),
        row.optionalText("ref"),
        row.optionalText("commit"),
        workflow(row),
        row.optionalText("trigger"),
        row.optionalText("run_url"),
        row.optionalText("invocation_id"),
        row.optionalText("build_type"),
        builder(row));
  }

  private static @Nullable SourceRepository source(Row row) throws SQLException {
    @Nullable String host = row.optionalText("source_host");
    return host == null
        ? null
        : new SourceRepository(
            host,
            row.text("source_owner"),
            row.text("source_name"),
            row.optionalText("source_repository_id"),
            row.optionalText("source_owner_id"),
            row.flag("source_is_passed_on"));
  }

  private static @Nullable Workflow workflow(Row row) throws SQLException {
    @Nullable String path = row.optionalText("workflow_path");
    return path == null ? null : new Workflow(path, row.optionalText("workflow_ref"));
  }

  private static @Nullable Builder builder(Row row) throws SQLException {
    @Nullable String uri = row.optionalText("builder_uri");
    return uri == null
        ? null
        : new Builder(
            uri,
            row.constant("provider", CiProvider.class),
            row.optionalText("runner_environment"));
  }
}
