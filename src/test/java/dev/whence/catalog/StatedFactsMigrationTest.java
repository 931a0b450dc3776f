package dev.whence.catalog;

import static dev.whence.catalog.Events.ofVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.PackageEvent;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules of before had made wrong is put right, and the rest is read again. */
class StatedFactsMigrationTest {

  private static final PackageName A = new PackageName("a");

  private final CatalogDatabase database = new CatalogDatabase();

  @Test
  void shouldPutRightWhatAbsenceWasTakenFor() throws IOException, SQLException {
    database.writer.store(Crawls.of("a").attested("1.0.0").version("2.0.0").build());
    change(
        """
        UPDATE version SET response_missing_since = '2026-03-01T16:00Z', attestations_url = NULL
        WHERE version = '1.0.0';
        UPDATE version SET removed_at = added_at, dist_tags = '{}' WHERE version = '2.0.0';
        INSERT INTO package_event (package_id, kind, version, before, after, noticed_at)
        SELECT p.id, e.kind, e.version, e.before, e.after, '2026-03-01T16:00Z'
        FROM package p, (VALUES
          ('ATTESTATIONS_MISSING', '1.0.0', NULL, NULL),
          ('INTEGRITY_CHANGED', '1.0.0', NULL, 'sha512-AA=='),
          ('INTEGRITY_CHANGED', '2.0.0', 'sha1-AA==', 'sha512-AA=='),
          ('INTEGRITY_CHANGED', '3.0.0', 'sha512-AA==', 'sha512-BB==')
        ) AS e (kind, version, before, after);
        """);

    migrateAgain();

    assertThat(database.stored.events(A))
        .containsExactlyInAnyOrder(
            ofVersion(EventKind.ATTESTATIONS_NOT_ADVERTISED, "1.0.0", null, null),
            ofVersion(EventKind.INTEGRITY_RESTATED, "1.0.0", null, "sha512-AA=="),
            ofVersion(EventKind.INTEGRITY_RESTATED, "2.0.0", "sha1-AA==", "sha512-AA=="),
            ofVersion(EventKind.INTEGRITY_CHANGED, "3.0.0", "sha512-AA==", "sha512-BB=="));
    assertThat(database.query("SELECT not_advertised_since FROM version ORDER BY version"))
        .containsExactly("2026-03-01 16:00:00+00", "null");
    assertThat(database.query("SELECT count(response_missing_since) FROM version"))
        .containsExactly("0");
    assertThat(database.packages.find(A).orElseThrow().danglingTags())
        .containsExactly(Map.entry("latest", "2.0.0"));
    assertThat(database.query("SELECT latest_version_id FROM package")).containsExactly("null");
  }

  @Test
  void shouldReadAPackumentAgainThatWasReadByOtherRules() throws SQLException {
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    assertThat(database.writer.known(A).orElseThrow().etag()).isNotNull();

    change("UPDATE package_crawl SET packument_rules = DEFAULT");

    assertThat(database.writer.known(A).orElseThrow().etag()).isNull();
    assertThat(database.writer.known(A).orElseThrow().bodySha256()).isNull();
  }

  @Test
  void shouldNotTellAsAChangeWhatOnlyTheNewRulesSee() throws SQLException {
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    change("UPDATE package_crawl SET packument_rules = DEFAULT");

    Crawls again = Crawls.of("a").at(Events.LATER).version("1.0.0").tag("next", "9.9.9");
    database.writer.store(again.tag("old", "1.0.0").build());
    database.writer.store(again.at(Events.LATER.plusSeconds(1)).tag("beta", "8.8.8").build());

    assertThat(database.stored.events(A))
        .extracting(PackageEvent::tag)
        .containsExactly("beta", "old");
  }

  /** The columns are there already; what follows them is done again. */
  private void migrateAgain() throws IOException, SQLException {
    String migration =
        Files.readString(Path.of("migrations", "V20261129.2__what_packuments_state.sql"));
    change(migration.substring(migration.indexOf("-- Nobody asked for these")));
  }

  private void change(String statements) throws SQLException {
    try (Connection connection = database.dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
