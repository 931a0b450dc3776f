package dev.whence.catalog.read;

import dev.whence.catalog.EventKind;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what changed of a package. */
@ApplicationScoped
public class HistoryQueries {

  private static final String PACKAGE =
      """
      SELECT p.id, (SELECT count(*) FROM package_event e WHERE e.package_id = p.id) AS total
      FROM package p
      WHERE p.name = :name
      """;

  private static final String EVENTS =
      """
      SELECT e.kind, e.version, e.tag, e.before, e.after, e.noticed_at, e.happened_at
      FROM package_event e
      WHERE e.package_id = :package_id
      ORDER BY e.noticed_at DESC, e.id DESC
      OFFSET :offset LIMIT :limit
      """;

  private static final String SINCE =
      """
      SELECT min(v.added_at) AS since
      FROM package p
      JOIN version v ON v.package_id = p.id
      WHERE p.name = :name
      """;

  private final Sql sql;

  public HistoryQueries(Sql sql) {
    this.sql = sql;
  }

  /** What was noticed last comes first; empty where the package is unknown. */
  public Optional<Page<PackageEvent>> of(PackageName name, int offset, int limit) {
    Paging paging = Paging.of(offset, limit);
    return sql.read(connection -> page(connection, name, paging));
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

  private record Counted(long id, long total) {}

  private static Optional<Page<PackageEvent>> page(
      Connection connection, PackageName name, Paging paging) throws SQLException {
    Optional<Counted> counted =
        Query.of(connection, PACKAGE)
            .with("name", name.value())
            .first(row -> new Counted(row.number("id"), row.number("total")));
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    List<PackageEvent> events =
        Query.of(connection, EVENTS)
            .with("package_id", counted.get().id())
            .with("offset", paging.offset())
            .with("limit", paging.limit())
            .list(HistoryQueries::event);
    return Optional.of(paging.page(events, counted.get().total()));
  }

  private static PackageEvent event(Row row) throws SQLException {
    return new PackageEvent(
        row.constant("kind", EventKind.class),
        row.optionalText("version"),
        row.optionalText("tag"),
        row.optionalText("before"),
        row.optionalText("after"),
        row.time("noticed_at"),
        row.optionalTime("happened_at"));
  }
}
