package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.write.StaleVerdicts.Confirmation;
import dev.whence.catalog.write.StaleVerdicts.Position;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts what Postgres reads at some scale: pages must not read whole tables. */
class QueryPlansTest {

  /** The catalog's large tables have many times as many rows. */
  private static final long ENOUGH_FOR_SMALL_TABLES = 1_000;

  private static final CatalogDatabase DATABASE = new CatalogDatabase();

  /** Twenty thousand packages with four versions each, every fifth with provenance. */
  private static final String FILL =
      """
      -- What is filled in fits together; checking it would take most of the time.
      SET session_replication_role = replica;
      INSERT INTO repository (host, owner, name)
      SELECT 'github.com', 'owner' || i % 1000, 'repository' || i FROM generate_series(1, 5000) i;
      -- Half of them with an id, besides the row of the names; every tenth renamed since.
      INSERT INTO repository (host, owner, name, forge_repository_id, identified_at,
        identified_since, identified_version_at)
      SELECT host, owner, name || r, CASE r WHEN '' THEN id::text ELSE (id + 10)::text END, now(),
        now(), now()
      FROM repository, unnest(ARRAY['', 'renamed']) r
      WHERE id % 2 = 1 AND (r = '' OR id % 10 = 1);
      INSERT INTO workflow (repository_id, path)
      SELECT id, '.github/workflows/release.yml' FROM repository;
      INSERT INTO package (name, added_at, downloads_last_month)
      SELECT CASE WHEN i % 3 = 0 THEN '@scope' || i % 500 || '/' ELSE '' END
          || substr(md5(i::text), 1, 10) || '-' || i, now(), i
      FROM generate_series(1, 20000) i;
      INSERT INTO package_crawl (package_id, status, status_since, last_attempt_at, next_try_at)
      SELECT id, CASE WHEN id % 500 = 0 THEN 'FAILED' ELSE 'CRAWLED' END, now(),
        now() - id * interval '1 second', now() + id * interval '1 second'
      FROM package;
      INSERT INTO version (package_id, version, sort_key, added_at, published_at, dist_tags,
        has_install_script, evidence, declared_repository_id, integrity, shasum)
      SELECT p.id, '1.' || i || '.0', ('\\x0101310131' || lpad(to_hex(i), 2, '0'))::bytea, now(),
        now() - (p.id * 4 + i) * interval '1 minute', '{}', false,
        CASE WHEN p.id % 5 = 0 THEN 'VERIFIED' ELSE 'NONE' END, 1 + p.id % 5000,
        'sha512-' || replace(encode(sha512((p.id * 4 + i)::text::bytea), 'base64'), chr(10), ''),
        encode(substr(sha256((p.id * 4 + i)::text::bytea), 1, 20), 'hex')
      FROM package p, generate_series(1, 4) i;
      UPDATE package p SET latest_version_id = v.id
      FROM version v WHERE v.package_id = p.id AND v.version = '1.4.0';
      INSERT INTO attestation_response (version_id, sha256, url, fetched_at, size, body)
      SELECT id, '\\x00', 'https://registry.example/', now(), 0, '\\x789c030000000001'
      FROM version WHERE evidence = 'VERIFIED';
      INSERT INTO attestation (response_id, ordinal, kind, log_index)
      SELECT id, 0, 'PROVENANCE', 480000000 + id FROM attestation_response;
      INSERT INTO provenance (attestation_id, repository_id, source_owner, source_name, workflow_id,
        commit, run_url)
      SELECT a.id, w.repository_id, 'owner', 'name', w.id,
        encode(substr(sha256(a.id::text::bytea), 1, 20), 'hex'),
        'https://github.com/' || r.owner || '/' || r.name || '/actions/runs/' || 17000000000 + a.id
          || '/attempts/1'
      FROM attestation a JOIN workflow w ON w.repository_id = 1 + a.id % 5000
      JOIN repository r ON r.id = w.repository_id;
      INSERT INTO verifier (version, policy, trust_digest) VALUES ('0.1.0', 1, '\\x00');
      INSERT INTO verification (attestation_id, verifier_id, verified_at, outcome, checks,
        checks_passed, checks_applicable)
      SELECT a.id, f.id, now(), CASE WHEN a.id % 1000 = 0 THEN 'INCONCLUSIVE' ELSE 'VERIFIED' END,
        CASE WHEN a.id % 1000 = 0 THEN
          '[{"missing": {"kind": "NPM_KEY", "judgedAfter": "2026-01-01T00:00:00Z"}}]' ELSE '[]'
          END::jsonb, 11, 12
      FROM attestation a, verifier f;
      UPDATE attestation a SET verification_id = w.id, verifier_id = w.verifier_id
      FROM verification w WHERE w.attestation_id = a.id;
      UPDATE package_crawl SET passes_on = false WHERE package_id % 500 = 1;
      UPDATE version SET removed_at = now() WHERE package_id % 1000 = 2;
      INSERT INTO package_event (package_id, kind, tag, before, after, noticed_at)
      SELECT p.id, 'DIST_TAG_MOVED', 'latest', '1.' || i || '.0', '1.' || i + 1 || '.0',
        now() - i * interval '1 day'
      FROM package p, generate_series(1, 3) i;
      UPDATE version v SET response_id = r.id, provenance_id = a.id
      FROM attestation_response r JOIN attestation a ON a.response_id = r.id
      WHERE r.version_id = v.id
      """;

  @BeforeAll
  static void fill() throws SQLException {
    try (Connection connection = DATABASE.dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FILL);
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static long rowsReadInSequence() {
    // A connection reports what it read when it ends, which is a moment after it was closed.
    String others =
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'
        """;
    while (!DATABASE.query(others).equals(List.of("0"))) {
      Thread.onSpinWait();
    }
    return Long.parseLong(
        DATABASE.query("SELECT sum(seq_tup_read) FROM pg_stat_user_tables").getFirst());
  }

  private static void assertUsesIndexes(Supplier<?> page) {
    long before = rowsReadInSequence();
    assertThat(page.get()).isNotNull();
    assertThat(rowsReadInSequence() - before).isLessThan(ENOUGH_FOR_SMALL_TABLES);
  }

  private static String aPackage() {
    return DATABASE.query("SELECT name FROM package WHERE id = 12345").getFirst();
  }

  @Test
  void shouldReadAPackageByIndex() {
    PackageName name = new PackageName(aPackage());

    assertUsesIndexes(() -> DATABASE.packages.find(name).orElseThrow());
    assertUsesIndexes(() -> DATABASE.packages.find(name, "1.3.0").orElseThrow());
    assertUsesIndexes(() -> DATABASE.writer.known(name).orElseThrow());
  }

  @Test
  void shouldSearchByIndex() {
    String part = aPackage().substring(aPackage().length() - 12, aPackage().length() - 7);

    ListFilter<PackageField> named = ListFilter.packages().with(PackageField.TEXT, part);

    assertUsesIndexes(() -> DATABASE.lists.packages(named, PackageOrder.MATCH, 0, 20));
    assertUsesIndexes(
        () ->
            DATABASE.lists.packages(
                named.with(PackageField.EVIDENCE, EvidenceWord.VERIFIED),
                PackageOrder.MATCH,
                0,
                20));
    assertUsesIndexes(() -> DATABASE.search.repositories("repository4321", 0, 20));
    assertUsesIndexes(() -> DATABASE.search.near(new PackageName("no-such-package-at-all")));
  }

  private static String value(String expression) {
    return DATABASE
        .query(
            "SELECT "
                + expression
                + " FROM provenance pr JOIN attestation a"
                + " ON a.id = pr.attestation_id JOIN version v ON v.provenance_id = a.id"
                + " WHERE a.id = 4321")
        .getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pr.commit",
        "substr(pr.commit, 1, 10)",
        "pr.run_url",
        "substring(pr.run_url FROM 'runs/([0-9]+)')",
        "a.log_index",
        "'https://search.sigstore.dev/?logIndex=' || a.log_index",
        "v.integrity",
        "encode(decode(substr(v.integrity, 8), 'base64'), 'hex')",
        "v.shasum",
      })
  void shouldFindVersionsByIndex(String expression) {
    String text = value(expression);

    assertUsesIndexes(() -> DATABASE.search.versions(text, 5));
    assertThat(DATABASE.search.versions(text, 5))
        .anySatisfy(found -> assertThat(found.versions().total()).isEqualTo(1));
  }

  @Test
  void shouldFindARepositoryByItsAddress() {
    assertUsesIndexes(
        () -> DATABASE.search.repositories("https://github.com/owner7/repository7", 0, 5));
    assertThat(DATABASE.search.repositories("github.com/OWNER7/repository7/pulls", 0, 5).items())
        .hasSize(1);
  }

  @Test
  void shouldListPagesOfVersionsByIndex() {
    ListFilter<VersionField> all = ListFilter.versions();
    String name = aPackage();

    for (VersionOrder order : VersionOrder.values()) {
      assertUsesIndexes(
          () -> DATABASE.lists.versionsUpTo(50, all.with(VersionField.PACKAGE, name), order));
      assertUsesIndexes(() -> DATABASE.lists.versionsUpTo(50, all, order));
    }
    assertUsesIndexes(
        () ->
            DATABASE.lists.versions(
                all.with(VersionField.REPOSITORY, "github.com/owner7/repository7"),
                VersionOrder.NEWEST,
                0,
                50));
    assertUsesIndexes(
        () ->
            DATABASE.lists.versions(
                all.with(
                    VersionField.WORKFLOW,
                    "github.com/owner7/repository7/-/.github/workflows/release.yml"),
                VersionOrder.NEWEST,
                0,
                50));
    assertUsesIndexes(
        () ->
            DATABASE.lists.packages(
                ListFilter.packages()
                    .with(PackageField.REPOSITORY, "github.com/owner7/repository7"),
                PackageOrder.DOWNLOADS,
                0,
                50));
  }

  @Test
  void shouldReadARepositoryAndAWorkflowByIndex() {
    assertUsesIndexes(
        () -> DATABASE.repositories.find("github.com", "owner7", "repository7").orElseThrow());
    assertUsesIndexes(
        () ->
            DATABASE
                .repositories
                .findWorkflow(
                    "github.com", "owner7", "repository7", ".github/workflows/release.yml", 0, 20)
                .orElseThrow());
  }

  @Test
  void shouldListWhatWasRemovedByIndex() {
    ListFilter<VersionField> all = ListFilter.versions();

    assertUsesIndexes(
        () ->
            DATABASE.lists.versions(
                all.with(VersionField.REMOVED, "yes"), VersionOrder.NEWEST, 0, 50));
    assertUsesIndexes(
        () ->
            DATABASE.lists.versions(
                all.with(VersionField.EVIDENCE, Evidence.REMOVED), VersionOrder.NEWEST, 0, 50));
    assertUsesIndexes(
        () ->
            DATABASE.lists.versionsUpTo(
                50, all.with(VersionField.COUNTED, "yes"), VersionOrder.NEWEST));
  }

  @Test
  void shouldFindWhatARepositoryMightHaveBuiltByIndex() {
    String repository = "github.com/owner7/repository7";

    assertUsesIndexes(
        () ->
            DATABASE.unfetched.besides(
                ListFilter.versions().with(VersionField.REPOSITORY, repository)));
    assertUsesIndexes(
        () ->
            DATABASE.unfetched.besides(
                ListFilter.versions()
                    .with(VersionField.WORKFLOW, repository + "/-/.github/workflows/release.yml")
                    .with(VersionField.REMOVED, "yes")
                    .with(VersionField.FROM, "2026-01-01")));
  }

  @Test
  void shouldLetTheCatalogFollowASilentRegistryByIndex() {
    assertUsesIndexes(
        () -> {
          DATABASE.silence.review(Crawls.FIRST);
          DATABASE.silence.walk();
          return DATABASE.stored.silentSince().orElseThrow();
        });
    assertThat(DATABASE.query("SELECT count(*) FROM version WHERE evidence = 'UNKNOWN'"))
        .containsExactly("160");
  }

  @Test
  void shouldFindWhatCanBeDecidedNowByIndex() {
    Confirmation confirmed = new Confirmation(Crawls.FIRST, Crawls.FIRST);

    assertUsesIndexes(() -> DATABASE.stale.decidable(1, confirmed, Position.START, 100));
    assertUsesIndexes(() -> DATABASE.stale.decidableSignatures(1, confirmed, Position.START, 100));
    assertThat(DATABASE.stale.decidable(1, confirmed, Position.START, 100)).hasSize(16);
  }

  @Test
  void shouldFindWhatIsDueByIndex() {
    assertUsesIndexes(() -> DATABASE.writer.due(Crawls.FIRST, 100));
  }
}
