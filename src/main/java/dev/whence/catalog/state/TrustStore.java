package dev.whence.catalog.state;

import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last good copy of the trust material, for all processes that share the Postgres. */
@ApplicationScoped
public class TrustStore {

  private static final String STATE = "SELECT revision, problem FROM trust_copy";

  private static final String COPY =
      """
      SELECT c.revision, c.digest, c.confirmed_at, f.name, f.content
      FROM trust_copy c
      LEFT JOIN trust_file f ON true
      WHERE c.confirmed_at IS NOT NULL
      """;

  private static final String STORE =
      """
      UPDATE trust_copy
      SET revision = revision + 1, digest = decode(:digest, 'hex'), confirmed_at = :confirmed_at, problem = NULL
      WHERE revision = :revision
      """;

  private static final String FORGET_FILES = "DELETE FROM trust_file";

  private static final String ADD_FILE =
      "INSERT INTO trust_file (name, content) VALUES (:name, :content)";

  private static final String FAILED =
      "UPDATE trust_copy SET problem = :problem WHERE revision = :revision";

  private final Sql sql;

  public TrustStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * The state that each process reads every minute.
   *
   * @param revision changes with each copy; 0 if there is no copy
   * @param problem why the last refresh failed; null after a success
   */
  public record State(long revision, @Nullable String problem) {}

  /**
   * A copy as it was stored. It is not verified.
   *
   * @param digest SHA-256 over both documents, hex
   * @param confirmedAt when its source last confirmed it
   * @param files its content by name
   */
  public record Copy(
      long revision, String digest, Instant confirmedAt, Map<String, byte[]> files) {}

  public State state() {
    return sql.readAtLength(
        connection ->
            Query.of(connection, STATE)
                .first(row -> new State(row.number("revision"), row.optionalText("problem")))
                .orElseThrow(() -> new IllegalStateException("trust_copy has lost its row")));
  }

  /** The newest copy. One statement reads it, so that its files belong together. */
  public Optional<Copy> copy() {
    return sql.readAtLength(
        connection -> {
          Map<String, byte[]> files = new HashMap<>();
          return Query.of(connection, COPY).list(row -> copy(row, files)).stream().findFirst();
        });
  }

  private static Copy copy(Row row, Map<String, byte[]> files) throws SQLException {
    @Nullable String name = row.optionalText("name");
    if (name != null) {
      files.put(name, row.bytes("content"));
    }
    return new Copy(row.number("revision"), row.hex("digest"), row.time("confirmed_at"), files);
  }

  /**
   * Replaces the copy of the given revision. If another process has stored a newer revision
   * meanwhile, nothing happens, because this copy may be older.
   */
  public boolean replace(
      long revision, String digest, Instant confirmedAt, Map<String, byte[]> files) {
    return sql.write(
        connection -> {
          int changed =
              Query.of(connection, STORE)
                  .with("digest", digest)
                  .with("confirmed_at", confirmedAt)
                  .with("revision", revision)
                  .update();
          if (changed == 0) {
            return false;
          }
          Query.of(connection, FORGET_FILES).update();
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            add(connection, file.getKey(), file.getValue());
          }
          return true;
        });
  }

  private static void add(Connection connection, String name, byte[] content) throws SQLException {
    Query.of(connection, ADD_FILE).with("name", name).with("content", content).update();
  }

  /** Records that the refresh that began with this revision failed; the copy stays. */
  public void failed(long revision, String problem) {
    sql.change(
        connection ->
            Query.of(connection, FAILED)
                .with("problem", problem)
                .with("revision", revision)
                .update());
  }
}
