package dev.whence.catalog.state;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages that must be crawled and for which no crawl is planned yet: new ones, and known ones
 * that changed. The mark is set in the transaction that stores the news, so that no package is
 * forgotten if the process ends before it has planned the crawl.
 */
@ApplicationScoped
public class PlanStore {

  private static final String UNPLANNED =
      """
      SELECT p.id, p.name, p.downloads_last_month, c.last_attempt_at IS NULL AS is_new
      FROM package_crawl c
      JOIN package p ON p.id = c.package_id
      """;

  private static final String NEXT =
      """
      WHERE c.changed AND c.package_id > :after
      ORDER BY c.package_id
      LIMIT :limit
      """;

  private static final String NEW_OF =
      """
      JOIN {rows} ON t.name = p.name
      WHERE c.changed AND c.last_attempt_at IS NULL
      """;

  /** In the order of ids, so that two writers cannot block each other. */
  private static final String PLANNED =
      """
      UPDATE package_crawl c
      SET changed = false
      FROM (
        SELECT c.package_id
        FROM {rows}
        JOIN package_crawl c ON c.package_id = t.id
        WHERE c.changed
        ORDER BY c.package_id
        FOR NO KEY UPDATE OF c
      ) planned
      WHERE c.package_id = planned.package_id
      """;

  private final Sql sql;

  public PlanStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * A package that must be crawled.
   *
   * @param downloads downloads of last month; absent if not known
   * @param isNew whether it was never crawled
   */
  public record Unplanned(long id, PackageName name, @Nullable Long downloads, boolean isNew) {}

  /**
   * The next of these packages.
   *
   * @param after the last id of the previous call; 0 at the beginning
   */
  public List<Unplanned> unplanned(long after, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, UNPLANNED + NEXT)
                .with("after", after)
                .with("limit", limit)
                .list(PlanStore::unplanned));
  }

  /** Whether the catalog has no package yet. */
  public boolean isEmpty() {
    return sql.readAtLength(
        connection ->
            Query.of(connection, "SELECT FROM package LIMIT 1").first(_ -> true).isEmpty());
  }

  /** The names that were never crawled. */
  public List<Unplanned> newOf(Collection<PackageName> names) {
    Batch<PackageName> batch = Batch.of(List.copyOf(names)).key("name", PackageName::value);
    return sql.readAtLength(
        connection ->
            Query.of(connection, batch.into(UNPLANNED + NEW_OF))
                .with(batch)
                .list(PlanStore::unplanned));
  }

  private static Unplanned unplanned(Row row) throws SQLException {
    return new Unplanned(
        row.number("id"),
        new PackageName(row.text("name")),
        row.optionalNumber("downloads_last_month"),
        row.flag("is_new"));
  }

  /** Records that crawls of these packages are planned. They begin after now. */
  public void planned(List<Unplanned> packages) {
    Batch<Unplanned> batch = Batch.of(packages).number("id", Unplanned::id);
    if (!batch.isEmpty()) {
      sql.change(connection -> Query.of(connection, batch.into(PLANNED)).with(batch).update());
    }
  }
}
