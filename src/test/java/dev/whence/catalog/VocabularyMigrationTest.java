package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Crawls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A catalog with the words of before has the same content under those of today. */
class VocabularyMigrationTest {

  private static final String TO_OLD_WORDS =
      """
      ALTER TABLE version DROP CONSTRAINT version_evidence_check;
      DROP INDEX version_evidence;
      UPDATE version
      SET evidence = CASE evidence
        WHEN 'NONE' THEN 'NO_ATTESTATION'
        WHEN 'NOT_FETCHED' THEN 'NOT_LOOKED_AT'
        WHEN 'NOT_FOUND' THEN 'NOT_SERVED'
        WHEN 'NOT_CHECKED' THEN 'NOT_VERIFIED'
        WHEN 'INCONCLUSIVE' THEN 'UNDECIDED'
        ELSE evidence END;
      ALTER TABLE version ADD CONSTRAINT version_evidence_check
        CHECK (evidence IN ('NO_ATTESTATION', 'UNKNOWN', 'REMOVED', 'NOT_LOOKED_AT', 'REFUSED',
          'FAILING', 'NOT_SERVED', 'UNREADABLE', 'PUBLISH_ONLY', 'NOT_VERIFIED', 'UNDECIDED',
          'REJECTED', 'VERIFIED'));
      CREATE INDEX version_evidence ON version (evidence) WHERE evidence <> 'NO_ATTESTATION';

      ALTER TABLE verification DROP CONSTRAINT verification_outcome_check;
      DROP INDEX verification_inconclusive;
      UPDATE verification
      SET outcome = replace(outcome, 'INCONCLUSIVE', 'UNDECIDED'),
        checks = replace(checks::text, 'INCONCLUSIVE', 'UNDECIDED')::jsonb;
      ALTER TABLE verification ADD CONSTRAINT verification_outcome_check
        CHECK (outcome IN ('VERIFIED', 'REJECTED', 'UNDECIDED', 'UNREADABLE'));
      CREATE INDEX verification_undecided ON verification (id) WHERE outcome = 'UNDECIDED';

      ALTER TABLE registry_signature DROP CONSTRAINT registry_signature_status_check;
      UPDATE registry_signature SET status = replace(status, 'INCONCLUSIVE', 'UNDECIDED');
      ALTER TABLE registry_signature ADD CONSTRAINT registry_signature_status_check
        CHECK (status IN ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'UNDECIDED'));

      ALTER TABLE package_event DROP CONSTRAINT package_event_kind_check;
      UPDATE package_event SET kind = replace(kind, 'VERSION_REMOVED', 'VERSION_UNPUBLISHED');
      ALTER TABLE package_event ADD CONSTRAINT package_event_kind_check
        CHECK (kind <> 'VERSION_REMOVED');
      """;

  private static final String CONTENT =
      """
      SELECT concat_ws(' ', 'version', v.id, v.evidence, v.verification_id) FROM version v
      UNION ALL
      SELECT concat_ws(' ', 'verdict', w.id, w.attestation_id, w.verifier_id, w.verified_at,
        w.outcome, w.level, w.checks, w.checks_passed, w.checks_applicable) FROM verification w
      UNION ALL
      SELECT concat_ws(' ', 'signature', s.version_id, s.status, s.reason, s.missing, s.checked_at)
      FROM registry_signature s
      UNION ALL
      SELECT concat_ws(' ', 'event', e.id, e.kind, e.version, e.tag, e.before, e.after, e.noticed_at)
      FROM package_event e
      ORDER BY 1
      """;

  private final CatalogDatabase database = new CatalogDatabase();

  @Test
  void shouldGiveStoredFactsTheWordsOfToday() throws IOException, SQLException {
    storeOneOfEach();
    List<String> before = database.query(CONTENT);
    assertThat(states()).isEqualTo(names(Evidence.values()));
    assertThat(database.query("SELECT DISTINCT outcome FROM verification"))
        .contains("INCONCLUSIVE");

    execute(TO_OLD_WORDS);
    assertThat(database.query(CONTENT)).hasSameSizeAs(before).isNotEqualTo(before);
    execute(Files.readString(Path.of("migrations", "V20261129.8__one_vocabulary.sql")));

    assertThat(database.query(CONTENT)).isEqualTo(before);
  }

  @Test
  void shouldLeaveVerdictsAloneThatNoWordChangesOf() throws IOException, SQLException {
    storeOneOfEach();
    execute(TO_OLD_WORDS);
    String rows =
        "SELECT xmin || ' ' || id FROM verification WHERE NOT checks::text LIKE '%UNDECIDED%'";
    List<String> before = database.query(rows);

    execute(Files.readString(Path.of("migrations", "V20261129.8__one_vocabulary.sql")));

    assertThat(
            database.query(
                "SELECT xmin || ' ' || id FROM verification"
                    + " WHERE NOT checks::text LIKE '%INCONCLUSIVE%'"))
        .isNotEmpty()
        .isEqualTo(before);
  }

  private void storeOneOfEach() throws SQLException {
    Crawls crawl = Crawls.of("a").removed("0.1.0", Crawls.FIRST).version("0.2.0");
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      crawl.outcome(outcome).attested("1.0.0-" + outcome.name().toLowerCase(Locale.ROOT));
    }
    crawl.lacking("2.0.0", new MissingTrust(MissingTrust.Kind.NPM_KEY, "SHA256:other", null));
    crawl.fetched(
        "3.0.0", new AttestationFetch.NotServed("https://registry.example/a", Crawls.FIRST));
    crawl.version("4.0.0").version("4.1.0").version("4.2.0").version("4.3.0").version("4.4.0");
    database.writer.store(crawl.advertised("5.0.0").build());
    database.writer.store(Crawls.of("a").at(Events.LATER).version("5.0.0").build());
    // The other states come about in other ways than a crawl that can be told in a line.
    execute(
        """
        UPDATE version v SET evidence = o.evidence
        FROM (VALUES ('0.2.0', 'NOT_FETCHED'), ('4.0.0', 'UNKNOWN'), ('4.1.0', 'REFUSED'),
          ('4.2.0', 'FAILING'), ('4.3.0', 'PUBLISH_ONLY'), ('4.4.0', 'NOT_CHECKED'))
          AS o (version, evidence)
        WHERE v.version = o.version
        """);
  }

  private Set<String> states() {
    return new TreeSet<>(database.query("SELECT evidence FROM version"));
  }

  private static Set<String> names(Evidence[] states) {
    return new TreeSet<>(Arrays.stream(states).map(Enum::name).toList());
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = database.dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(statements);
      connection.commit();
    }
  }
}
