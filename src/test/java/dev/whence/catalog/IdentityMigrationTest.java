package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Crawls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A catalog whose rows stood for names gets those of the ids that have signed under them. */
class IdentityMigrationTest {

  private static final SourceRepository FIRST =
      new SourceRepository("github.com", "octo", "tool", "11", "1");

  private final CatalogDatabase database = new CatalogDatabase();

  @Test
  void shouldTellApartWhatOneNameHadMerged() throws IOException, SQLException {
    SourceRepository second = new SourceRepository("github.com", "Octo", "tool", "22", "2");
    store(Crawls.of("a").builtFrom(FIRST).attested("1.0.0"));
    store(Crawls.of("b").builtFrom(second).attested("1.0.0"));
    store(Crawls.of("c").builtFrom(FIRST).outcome(Verdict.Outcome.REJECTED).attested("1.0.0"));
    store(Crawls.of("d").builtFrom(FIRST).version("1.0.0"));
    List<String> before = repositories();

    asBefore();
    assertThat(database.query("SELECT count(*) FROM repository")).containsExactly("1");
    migrateAnew();

    assertThat(repositories()).isEqualTo(before).hasSize(3);
    assertThat(packages("11")).containsExactly("a");
    assertThat(packages("22")).containsExactly("b");
  }

  private List<String> packages(String id) {
    return database.repositories.findById("github.com", id).orElseThrow().packages().stream()
        .map(RepositoryDetail.BuiltPackage::name)
        .toList();
  }

  /** Each row with what points at it. */
  private List<String> repositories() {
    return database.query(
        """
        SELECT concat_ws(' ', r.host, lower(r.owner), r.name, r.forge_repository_id,
          r.forge_owner_id, r.identified_at, r.identified_since, r.identified_version_at,
          (SELECT count(*) FROM version v WHERE v.declared_repository_id = r.id),
          (SELECT string_agg(w.path, ',') FROM provenance pr JOIN workflow w ON w.id = pr.workflow_id
            AND w.repository_id = r.id WHERE pr.repository_id = r.id))
        FROM repository r
        ORDER BY 1
        """);
  }

  private void store(Crawls crawl) {
    database.writer.store(crawl.build());
  }

  /**
   * The schema and the rows as they were: the newest id at the names, and all that signed there.
   */
  private void asBefore() throws SQLException {
    execute(
        """
        UPDATE version SET declared_repository_id = (SELECT min(id) FROM repository);
        UPDATE provenance SET repository_id = (SELECT min(id) FROM repository), workflow_id = NULL;
        DELETE FROM workflow;
        DELETE FROM repository WHERE id > (SELECT min(id) FROM repository);
        UPDATE repository SET forge_repository_id = '22', forge_owner_id = '2', identified_at = now();
        INSERT INTO workflow (repository_id, path)
          SELECT DISTINCT repository_id, workflow_path FROM provenance;
        UPDATE provenance SET workflow_id = (SELECT min(id) FROM workflow);
        DROP TABLE declarations_read;
        DROP INDEX repository_natural_key;
        CREATE UNIQUE INDEX repository_natural_key ON repository (host, lower(owner), lower(name));
        ALTER TABLE repository DROP COLUMN identified_since, DROP COLUMN identified_version_at;
        """);
  }

  private void migrateAnew() throws IOException, SQLException {
    execute(Files.readString(Path.of("migrations", "V20261129.3__repository_identity.sql")));
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = database.dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(statements);
      connection.commit();
    }
  }
}
