package dev.whence.catalog.write;

import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the repository addresses of stored versions again, if an older reader read them. The
 * progress is stored together with the changes, so it can stop at any moment.
 */
@ApplicationScoped
public class DeclaredAgain {

  /** Increase it if {@link SourceAddress} reads a stored address differently than before. */
  static final int READER = 1;

  /** The largest packages have some thousand versions; a step stays well below a second. */
  private static final int PACKAGES_AT_ONCE = 20;

  private static final String POSITION =
      "SELECT after_package_id, done FROM declarations_read WHERE reader = :reader";

  private static final String MOVE =
      """
      INSERT INTO declarations_read AS d (reader, after_package_id, done)
      VALUES (:reader, :after, :done)
      ON CONFLICT (reader) DO UPDATE
      SET after_package_id = EXCLUDED.after_package_id, done = EXCLUDED.done
      """;

  /**
   * Uses the same locks as crawls, which otherwise could update the same versions in another order.
   */
  private static final String LOCK =
      """
      SELECT c.package_id
      FROM package_crawl c
      WHERE c.package_id > :after
      ORDER BY c.package_id
      LIMIT :limit
      FOR UPDATE
      """;

  private static final String DECLARED =
      """
      SELECT DISTINCT v.repository_url, v.declared_repository_id
      FROM version v
      WHERE v.package_id BETWEEN :first AND :last AND v.repository_url IS NOT NULL
      """;

  private static final String UPDATE =
      """
      UPDATE version v
      SET repository_url = t.url, declared_repository_id = t.repository_id
      FROM {rows}
      WHERE v.package_id BETWEEN :first AND :last AND v.repository_url = t.old_url
        AND (v.repository_url, v.declared_repository_id) IS DISTINCT FROM (t.url, t.repository_id)
      """;

  private final Sql sql;

  public DeclaredAgain(Sql sql) {
    this.sql = sql;
  }

  /** The declared repositories of some versions. */
  private record Declared(
      String oldUrl, @Nullable Long oldId, String url, @Nullable SourceRepository repository) {

    static Declared of(Row row) throws SQLException {
      String url = row.text("repository_url");
      return new Declared(
          url,
          row.optionalNumber("declared_repository_id"),
          SourceAddress.withoutCredentials(url),
          SourceAddress.repository(url).orElse(null));
    }
  }

  /** The progress of a reader: null if it has read all. */
  private record Position(@Nullable Long after) {}

  /** Reads the next packages again; false if this reader has read all. */
  public boolean step() {
    return sql.write(connection -> step(connection) ? 1 : 0) > 0;
  }

  private static boolean step(Connection connection) throws SQLException {
    @Nullable Long after =
        Query.of(connection, POSITION)
            .with("reader", READER)
            .first(row -> new Position(row.flag("done") ? null : row.number("after_package_id")))
            .orElse(new Position(0L))
            .after();
    if (after == null) {
      return false;
    }
    List<Long> packages =
        Query.of(connection, LOCK)
            .with("after", after.longValue())
            .with("limit", PACKAGES_AT_ONCE)
            .list(row -> row.number("package_id"));
    if (!packages.isEmpty()) {
      read(connection, packages.getFirst(), packages.getLast());
    }
    boolean isMore = packages.size() == PACKAGES_AT_ONCE;
    Query.of(connection, MOVE)
        .with("reader", READER)
        .with("after", packages.isEmpty() ? after.longValue() : packages.getLast().longValue())
        .with("done", !isMore)
        .update();
    return isMore;
  }

  private static void read(Connection connection, long first, long last) throws SQLException {
    List<Declared> declared =
        Query.of(connection, DECLARED).with("first", first).with("last", last).list(Declared::of);
    List<SourceRepository> named = new ArrayList<>();
    declared.forEach(one -> Optional.ofNullable(one.repository()).ifPresent(named::add));
    Repositories repositories =
        new SourceWrites(connection).repositories(named.stream().distinct().toList());
    List<Declared> changed =
        declared.stream()
            .filter(
                one ->
                    !one.url().equals(one.oldUrl())
                        || !Objects.equals(repositories.id(one.repository()), one.oldId()))
            .toList();
    Batch<Declared> batch =
        Batch.of(changed)
            .text("old_url", Declared::oldUrl)
            .text("url", Declared::url)
            .number("repository_id", one -> repositories.id(one.repository()));
    if (!batch.isEmpty()) {
      Query.of(connection, batch.into(UPDATE))
          .with(batch)
          .with("first", first)
          .with("last", last)
          .update();
    }
  }
}
