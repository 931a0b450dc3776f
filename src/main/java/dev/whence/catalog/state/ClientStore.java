package dev.whence.catalog.state;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes that send requests to registries now, and the pauses that registries asked for. */
@ApplicationScoped
public class ClientStore {

  /** Only one process at a time, so that if two begin together, the second sees the first. */
  private static final String ONE_BY_ONE = "LOCK TABLE registry_client IN EXCLUSIVE MODE";

  private static final String FORGET =
      "DELETE FROM registry_client WHERE seen_at < clock_timestamp() - :forgotten * interval '1 ms'";

  private static final String SEEN =
      """
      INSERT INTO registry_client (process, seen_at)
      VALUES (:process, clock_timestamp())
      ON CONFLICT (process) DO UPDATE
      SET seen_at = EXCLUDED.seen_at
      """;

  private static final String COUNT = "SELECT count(*) AS processes FROM registry_client";

  private static final String PAUSED =
      """
      INSERT INTO registry_pause AS p (host, until_at)
      SELECT t.host, t.until_at
      FROM {rows}
      ORDER BY t.host
      ON CONFLICT (host) DO UPDATE
      SET until_at = EXCLUDED.until_at
      WHERE p.until_at < EXCLUDED.until_at
      """;

  private static final String PAUSES = "SELECT host, until_at FROM registry_pause";

  private static final String LEAVE = "DELETE FROM registry_client WHERE process = :process";

  private final Sql sql;

  public ClientStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * The state of all processes.
   *
   * @param processes the number of processes that send requests to registries, this one included
   * @param pauses the end of the pause of each host
   */
  public record Clients(int processes, Map<String, Instant> pauses) {}

  /**
   * Records that this process runs, and the pauses that it knows.
   *
   * @param forgotten a process that is silent for this time counts as dead
   */
  public Clients seen(String process, Map<String, Instant> pauses, Duration forgotten) {
    return sql.write(
        connection -> {
          Query.of(connection, ONE_BY_ONE).update();
          Query.of(connection, FORGET).with("forgotten", forgotten.toMillis()).update();
          Query.of(connection, SEEN).with("process", process).update();
          store(connection, pauses);
          int processes =
              Query.of(connection, COUNT).first(row -> row.integer("processes")).orElseThrow();
          return new Clients(processes, pauses(connection));
        });
  }

  private static void store(Connection connection, Map<String, Instant> pauses)
      throws SQLException {
    Batch<Map.Entry<String, Instant>> batch =
        Batch.of(List.copyOf(pauses.entrySet()))
            .key("host", Map.Entry::getKey)
            .time("until_at", Map.Entry::getValue);
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(PAUSED)).with(batch).update();
    }
  }

  /** The end of the pause of each host that asked for one. */
  public Map<String, Instant> pauses() {
    return sql.readAtLength(ClientStore::pauses);
  }

  private static Map<String, Instant> pauses(Connection connection) throws SQLException {
    Map<String, Instant> pauses = new HashMap<>();
    Query.of(connection, PAUSES).each(0, row -> pauses.put(row.text("host"), row.time("until_at")));
    return pauses;
  }

  /** Records that this process sends no more requests. */
  public void leave(String process) {
    sql.change(connection -> Query.of(connection, LEAVE).with("process", process).update());
  }
}
