package dev.whence.testing;

import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each column of the catalog is: content, which two crawls of one registry must agree on, or
 * technical, which they need not. A surrogate id is content by the natural key of the row that it
 * names.
 */
final class CatalogColumns {

  private static final String SURROGATE = "a surrogate id";
  private static final String CRAWL_TIME = "a time of our own crawl";
  private static final String PLANNING = "planning of crawls";
  private static final String TRUST = "what verdicts rest on; each names its digest";

  private static final String PACKAGE = "(SELECT name FROM package WHERE id = t.%s)";
  private static final String VERSION =
      """
      (SELECT p.name || '@' || v.version
       FROM version v JOIN package p ON p.id = v.package_id WHERE v.id = t.%s)""";
  private static final String RESPONSE =
      """
      (SELECT p.name || '@' || v.version || ' ' || encode(r.sha256, 'hex')
       FROM attestation_response r
       JOIN version v ON v.id = r.version_id JOIN package p ON p.id = v.package_id
       WHERE r.id = t.%s)""";
  private static final String ATTESTATION =
      """
      (SELECT p.name || '@' || v.version || ' ' || encode(r.sha256, 'hex') || ' #' || a.ordinal
       FROM attestation a JOIN attestation_response r ON r.id = a.response_id
       JOIN version v ON v.id = r.version_id JOIN package p ON p.id = v.package_id
       WHERE a.id = t.%s)""";

  /** Verdicts on one attestation are numbered in the order of their making. */
  private static final String VERIFICATION =
      """
      (SELECT p.name || '@' || v.version || ' ' || encode(r.sha256, 'hex') || ' #' || a.ordinal
         || ' verdict ' || (SELECT count(*) FROM verification e
           WHERE e.attestation_id = w.attestation_id AND e.id <= w.id)
       FROM verification w JOIN attestation a ON a.id = w.attestation_id
       JOIN attestation_response r ON r.id = a.response_id
       JOIN version v ON v.id = r.version_id JOIN package p ON p.id = v.package_id
       WHERE w.id = t.%s)""";

  private static final String REPOSITORY =
      """
      (SELECT host || '/' || lower(owner) || '/' || lower(name)
         || coalesce('=' || forge_repository_id, '')
       FROM repository WHERE id = t.%s)""";
  private static final String WORKFLOW =
      """
      (SELECT r.host || '/' || lower(r.owner) || '/' || lower(r.name)
         || coalesce('=' || r.forge_repository_id, '') || '//' || w.path
       FROM workflow w JOIN repository r ON r.id = w.repository_id WHERE w.id = t.%s)""";
  private static final String BUILDER = "(SELECT uri FROM builder WHERE id = t.%s)";
  private static final String VERIFIER =
      """
      (SELECT version || ' policy ' || policy || ' trust ' || encode(trust_digest, 'hex')
       FROM verifier WHERE id = t.%s)""";

  /** Whether, not when: that is our own time. */
  private static final String IS_SET = "t.%s IS NOT NULL";

  /** What the registry's address is followed by; each run may have its registry on another port. */
  private static final String WITHOUT_HOST = "regexp_replace(t.%s, '^https?://[^/]+', '')";

  /** Repositories are the same whatever their case; crawls side by side decide what is first. */
  private static final String ANY_CASE = "lower(t.%s)";

  private static final List<Table> ALL =
      List.of(
          new Table("repository")
              .technical(SURROGATE, "id")
              .content("host forge_repository_id forge_owner_id")
              .content("identified_at identified_since identified_version_at")
              .content(ANY_CASE, "owner name"),
          new Table("workflow")
              .technical(SURROGATE, "id")
              .content(REPOSITORY, "repository_id")
              .content("path"),
          new Table("builder").technical(SURROGATE, "id").content("uri"),
          new Table("package")
              .technical(SURROGATE, "id")
              .technical(CRAWL_TIME, "added_at downloads_at")
              .technical(PLANNING, "downloads_due_at")
              .content("name search_name bare_name description")
              .content("created_at modified_at unpublished_at downloads_last_month dangling_tags")
              .content(VERSION, "latest_version_id"),
          new Table("package_crawl")
              .technical(CRAWL_TIME, "status_since last_attempt_at last_success_at facts_at")
              .technical(PLANNING, "attempts next_try_at changed tier parked_at")
              .content(PACKAGE, "package_id")
              .content("status error outstanding etag body_sha256 packument_rules passes_on"),
          new Table("package_event")
              .technical(SURROGATE, "id")
              .technical(CRAWL_TIME, "noticed_at")
              .content(PACKAGE, "package_id")
              .content("kind version tag before after happened_at"),
          new Table("version")
              .technical(SURROGATE, "id")
              .technical(CRAWL_TIME, "added_at response_at")
              .content(PACKAGE, "package_id")
              .content("version sort_key published_at dist_tags deprecated publisher")
              .content("trusted_publisher approver repository_url repository_directory homepage")
              .content("license git_head tarball integrity shasum unpacked_size")
              .content("has_install_script attestations_url evidence")
              .content(IS_SET, "removed_at response_missing_since not_advertised_since")
              .content(REPOSITORY, "declared_repository_id")
              .content(RESPONSE, "response_id")
              .content(ATTESTATION, "provenance_id")
              .content(VERIFICATION, "verification_id"),
          new Table("attestation_try")
              .technical(CRAWL_TIME, "since last_at")
              .technical(PLANNING, "attempts next_at parked_at")
              .content(VERSION, "version_id")
              .content(PACKAGE, "package_id")
              .content("state reason"),
          new Table("registry_signature")
              .technical(CRAWL_TIME, "checked_at")
              .content(VERSION, "version_id")
              .content("key_ids signatures status reason missing")
              .content(VERIFIER, "verifier_id"),
          new Table("attestation_response")
              .technical(SURROGATE, "id")
              .technical(CRAWL_TIME, "fetched_at")
              .content(VERSION, "version_id")
              .content("sha256 size problem")
              .content(WITHOUT_HOST, "url")
              .content("encode(sha256(t.%s), 'hex')", "body"),
          new Table("attestation")
              .technical(SURROGATE, "id")
              .content(RESPONSE, "response_id")
              .content("ordinal kind predicate_type wrapper_predicate_type media_type")
              .content("statement_type subjects signer_identity signer_issuer certificate")
              .content("certificate_extensions certificate_not_before certificate_not_after")
              .content("key_hint log_kind log_index log_id log_integrated_at log_promise")
              .content("log_proof log_checkpoint signed_at time_source")
              .content(VERIFICATION, "verification_id")
              .content(VERIFIER, "verifier_id"),
          new Table("provenance")
              .content(ATTESTATION, "attestation_id")
              .content("source_owner source_name source_repository_id source_owner_id ref commit")
              .content("workflow_path workflow_ref trigger run_url invocation_id build_type")
              .content("provider runner_environment")
              .content(REPOSITORY, "repository_id")
              .content(WORKFLOW, "workflow_id")
              .content(BUILDER, "builder_id"),
          new Table("verifier").technical(SURROGATE, "id").content("version policy trust_digest"),
          new Table("verification")
              .technical(CRAWL_TIME, "verified_at")
              .content(VERIFICATION, "id")
              .content(ATTESTATION, "attestation_id")
              .content(VERIFIER, "verifier_id")
              .content("outcome level checks checks_passed checks_applicable"),
          new Table("changes_feed")
              .technical(CRAWL_TIME, "read_at")
              .content(WITHOUT_HOST, "url")
              .content("scope sequence")
              .content(IS_SET, "started_over_at"),
          new Table("download_counts")
              .technical(CRAWL_TIME, "read_at")
              .content("version packages"));

  /** Tables of which nothing is content, with the reason. */
  private static final Map<String, String> TECHNICAL =
      Map.ofEntries(
          Map.entry("scheduled_tasks", PLANNING),
          Map.entry("registry_client", "the processes that run"),
          Map.entry("registry_pause", PLANNING),
          Map.entry("job", "how our own jobs ended"),
          Map.entry("trust_gap", "counted from verdicts"),
          Map.entry("freshness", "how well our own crawl keeps up"),
          Map.entry("trust_copy", TRUST),
          Map.entry("trust_file", TRUST),
          Map.entry(
              "registry_silence",
              "what package_crawl says of the registry, and when it was noticed"),
          Map.entry("declarations_read", "how far an upgrade's work is"),
          Map.entry("setting", "facts about the installation, such as the registry's port"),
          Map.entry("flyway_schema_history", "how the schema came about"));

  private CatalogColumns() {}

  /** Tables with content. */
  static List<Table> tables() {
    return ALL;
  }

  /**
   * Each table with the columns that have a place here; none where all of the table is technical.
   */
  static Map<String, List<String>> listed() {
    Map<String, List<String>> listed = new LinkedHashMap<>();
    TECHNICAL.keySet().forEach(table -> listed.put(table, List.of()));
    ALL.forEach(table -> listed.put(table.name, List.copyOf(table.columns.keySet())));
    return listed;
  }

  /** A table, each of its columns with a place. */
  static final class Table {

    private final String name;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private Table(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    private Table content(String names) {
      return content("t.%s", names);
    }

    private Table content(String expression, String names) {
      return put(names, new Content(expression));
    }

    private Table technical(String reason, String names) {
      return put(names, new Technical(reason));
    }

    private Table put(String names, Column column) {
      for (String one : Splitter.on(' ').split(names)) {
        if (columns.put(one, column) != null) {
          throw new IllegalArgumentException(name + "." + one + " is listed twice");
        }
      }
      return this;
    }

    /** Gives each row's content as one JSON object. */
    String query() {
      String selected =
          columns.entrySet().stream()
              .filter(column -> column.getValue() instanceof Content)
              .map(column -> ((Content) column.getValue()).of(column.getKey()))
              .collect(Collectors.joining(", "));
      return "SELECT row_to_json(r)::text FROM (SELECT " + selected + " FROM " + name + " t) r";
    }
  }

  private sealed interface Column {}

  private record Content(String expression) implements Column {

    String of(String column) {
      return expression.formatted(column) + " AS " + column;
    }
  }

  private record Technical(String reason) implements Column {}
}
