package dev.whence.catalog.read;

import dev.whence.catalog.read.RepositoryDetail.Signed;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.RepositoryRows;
import dev.whence.catalog.sql.Row;
import dev.whence.provenance.SourceRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest row of a requested repository, found by its name or by the forge's id.
 *
 * @param signed absent if no attestation certifies the id
 */
record FoundRepository(long id, SourceRepository repository, @Nullable Signed signed) {

  private static final String REPOSITORY =
      "SELECT r.id, r.identified_since, r.identified_at, "
          + Columns.REPOSITORY
          + "FROM repository r\n";

  /** Row {@code h}, by its {@code :id}. */
  static final String H =
      "WITH h AS (SELECT r.id, r.host, r.forge_repository_id FROM repository r WHERE r.id = :id)\n";

  /** A request for one repository. */
  @FunctionalInterface
  interface Key {
    Query query(Connection connection);

    default Optional<FoundRepository> find(Connection connection) throws SQLException {
      return query(connection).first(FoundRepository::of);
    }
  }

  static Key named(String host, String owner, String name) {
    return connection ->
        Query.of(connection, REPOSITORY + RepositoryRows.OF_NAMES)
            .with("host", host.toLowerCase(Locale.ROOT))
            .with("owner", owner)
            .with("name", name);
  }

  static Key identified(String host, String id) {
    return connection ->
        Query.of(connection, REPOSITORY + RepositoryRows.OF_ID)
            .with("host", host.toLowerCase(Locale.ROOT))
            .with("forge_id", id);
  }

  private static FoundRepository of(Row row) throws SQLException {
    return new FoundRepository(
        row.number("id"),
        Columns.repository(row),
        row.optionalTime("identified_at") == null ? null : signed(row));
  }

  static Signed signed(Row row) throws SQLException {
    return new Signed(row.time("identified_since"), row.time("identified_at"));
  }
}
