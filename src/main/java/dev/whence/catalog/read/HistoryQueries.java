package dev.whence.catalog.read;

import dev.whence.catalog.filter.Page;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Reads the changes of a package. */
@ApplicationScoped
public class HistoryQueries {

  private static final String SINCE =
      """
      SELECT min(v.added_at) AS since
      FROM package p
      JOIN version v ON v.package_id = p.id
      WHERE p.name = :name
      """;

  private final Sql sql;
  private final EventRepository events;

  HistoryQueries(Sql sql, EventRepository events) {
    this.sql = sql;
    this.events = events;
  }

  /** The last noticed change first; empty if the package is unknown. */
  public Optional<Page<PackageEvent>> of(PackageName name, int offset, int limit) {
    return events.of(name, offset, limit);
  }

  /** When the package's first versions were stored; empty before. */
  public Optional<Instant> since(PackageName name) {
    return sql.read(
        connection ->
            Query.of(connection, SINCE)
                .with("name", name.value())
                .first(row -> Optional.ofNullable(row.optionalTime("since")))
                .flatMap(since -> since));
  }
}
