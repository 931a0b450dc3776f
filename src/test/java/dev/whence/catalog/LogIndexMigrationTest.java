package dev.whence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.Crawls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes and times in the log that an older reader took from bundles without any signature. */
class LogIndexMigrationTest {

  private static final String TAKEN_IN = "2026-01-30 10:00:00+00";

  private final CatalogDatabase database = new CatalogDatabase();

  @ParameterizedTest
  @CsvSource({
    "dsse/0.0.1, true, true, true, 7 and a time",
    "intoto/0.0.2, true, false, true, 7 and a time",
    "dsse/0.0.1, false, true, true, null and null",
    "dsse/0.0.1, false, true, false, null and null",
    "hashedrekord/0.0.2, false, true, false, 7 and null",
    "hashedrekord/0.0.2, false, true, true, null and null",
    "hashedrekord/0.0.2, false, false, false, null and null"
  })
  void shouldKeepOnlyWhatALogVouchesFor(
      String kind, boolean promise, boolean proof, boolean time, String expected)
      throws IOException, SQLException {
    database.writer.store(Crawls.of("a").attested("1.0.0").build());
    execute(
        "UPDATE attestation SET log_index = 7, log_kind = '%s', log_promise = %s, log_proof = %s,"
                .formatted(kind, promise, proof)
            + " log_integrated_at = "
            + (time ? "'" + TAKEN_IN + "'" : "NULL"));

    execute(Files.readString(Path.of("migrations", "V20261129.7__what_no_promise_covers.sql")));

    assertThat(
            database.query(
                "SELECT DISTINCT coalesce(log_index::text, 'null') || ' and '"
                    + " || CASE WHEN log_integrated_at IS NULL THEN 'null' ELSE 'a time' END"
                    + " FROM attestation WHERE log_kind IS NOT NULL"))
        .containsExactly(expected);
  }

  private void execute(String statements) throws SQLException {
    try (Connection connection = database.dataSource.getConnection()) {
      connection.createStatement().execute(statements);
    }
  }
}
