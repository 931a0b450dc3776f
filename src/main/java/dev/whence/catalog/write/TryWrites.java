package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the versions whose attestations could not be fetched, and the time of each next try. */
final class TryWrites {

  /** If a response was served before, it still decides the version's evidence. */
  private static final String UPSERT =
      """
      WITH tried AS (
        INSERT INTO attestation_try AS a
          (version_id, package_id, state, attempts, reason, since, last_at, next_at, parked_at)
        SELECT v.id, v.package_id, t.state, t.attempts, t.reason, t.since, t.last_at, t.next_at,
          t.parked_at
        FROM {rows}
        JOIN version v ON v.package_id = t.package_id AND v.version = t.version
        ORDER BY v.id
        ON CONFLICT (version_id) DO UPDATE
        SET state = EXCLUDED.state, attempts = EXCLUDED.attempts, reason = EXCLUDED.reason,
          since = EXCLUDED.since, last_at = EXCLUDED.last_at, next_at = EXCLUDED.next_at,
          parked_at = EXCLUDED.parked_at
        WHERE a.last_at < EXCLUDED.last_at
        RETURNING version_id, state
      )
      UPDATE version v
      SET evidence = t.state
      FROM tried t
      WHERE v.id = t.version_id AND v.response_id IS NULL AND v.evidence <> t.state
      """;

  private static final String END =
      """
      DELETE FROM attestation_try a
      USING version v
      WHERE a.package_id = :package_id AND v.id = a.version_id AND v.version <> ALL (:left)
      """;

  private final Connection connection;

  TryWrites(Connection connection) {
    this.connection = connection;
  }

  private record Tried(long packageId, String version, AttestationTry attempt) {}

  /** Afterwards the packages have exactly the tries that their crawls left. */
  void store(List<PackageWrite> writes) throws SQLException {
    List<Tried> tries =
        writes.stream()
            .flatMap(
                write ->
                    write.tries().entrySet().stream()
                        .map(one -> new Tried(write.id(), one.getKey(), one.getValue())))
            .toList();
    upsert(tries);
    for (PackageWrite write : writes) {
      if (write.of().outstanding() > 0) {
        List<String> left = List.copyOf(write.tries().keySet());
        Query.of(connection, END).with("package_id", write.id()).with("left", left).update();
      }
    }
  }

  private void upsert(List<Tried> tries) throws SQLException {
    if (tries.isEmpty()) {
      return;
    }
    Batch<Tried> batch =
        Batch.of(tries)
            .number("package_id", Tried::packageId)
            .key("version", Tried::version)
            .constant("state", t -> t.attempt().state())
            .number("attempts", t -> t.attempt().attempts())
            .text("reason", t -> t.attempt().reason())
            .time("since", t -> t.attempt().since())
            .time("last_at", t -> t.attempt().lastAt())
            .time("next_at", t -> t.attempt().nextAt())
            .time("parked_at", t -> t.attempt().parkedAt());
    Query.of(connection, batch.into(UPSERT)).with(batch).update();
  }
}
