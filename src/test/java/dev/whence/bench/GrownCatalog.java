package dev.whence.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a large catalog of a crawled one, to crawl new packages into: each row of its tables again
 * and again, under other ids, names and digests. What a crawl meets is as large as after a crawl of
 * that many packages: rows, indexes, repositories, planned crawls.
 */
final class GrownCatalog {

  /** Larger than any id of a catalog that is grown. */
  private static final long ID_STEP = 100_000_000;

  /** Columns that are not copied as they are; {@code k} is the number of the copy. */
  private static final Map<String, String> COPIED =
      Map.ofEntries(
          ids("id"),
          ids("package_id"),
          ids("version_id"),
          ids("latest_version_id"),
          ids("response_id"),
          ids("attestation_id"),
          ids("provenance_id"),
          ids("verification_id"),
          ids("repository_id"),
          ids("declared_repository_id"),
          ids("workflow_id"),
          Map.entry("package.name", "'c' || k || substr(name, 3)"),
          Map.entry("repository.owner", "'c' || k || substr(owner, 3)"),
          Map.entry("integrity", digits("integrity")),
          Map.entry("shasum", digits("shasum")),
          Map.entry("commit", digits("commit")),
          Map.entry("sha256", "sha256(sha256 || int4send(k))"),
          Map.entry("log_index", "log_index + k * 1000003"),
          Map.entry("task_instance", "'c' || k || substr(task_instance, 3)"));

  /** In the order of their references; what these tables lack stays as it is. */
  private static final List<String> TABLES =
      List.of(
          "repository",
          "workflow",
          "package",
          "package_crawl",
          "version",
          "registry_signature",
          "attestation_response",
          "attestation",
          "provenance",
          "verification",
          "package_event",
          "scheduled_tasks");

  private final Connection connection;

  private GrownCatalog(Connection connection) {
    this.connection = connection;
  }

  private static Map.Entry<String, String> ids(String column) {
    return Map.entry(column, column + " + k * " + ID_STEP + "::bigint");
  }

  private static String digits(String column) {
    return "overlay(" + column + " placing lpad(k::text, 6, '0') from 12)";
  }

  /** Afterwards the catalog has so many times as many packages, none under its former name. */
  static void grow(Connection connection, int times) throws SQLException {
    GrownCatalog catalog = new GrownCatalog(connection);
    List<String> constraints = catalog.list(CONSTRAINTS);
    List<String> indexes = catalog.list(INDEXES);
    for (String drop : catalog.list(DROPS)) {
      catalog.execute(drop);
    }
    catalog.rename();
    catalog.execute("SET maintenance_work_mem = '1GB'");
    for (String table : TABLES) {
      // Its work on the copies would go on during the crawl, and be counted with it.
      catalog.execute("ALTER TABLE " + table + " SET (autovacuum_enabled = off)");
      catalog.copy(table, times);
    }
    for (String table : catalog.list(IDENTITIES)) {
      catalog.execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH " + times * ID_STEP);
    }
    // Faster than index entries row by row.
    for (String index : indexes) {
      catalog.execute(index);
    }
    for (String constraint : constraints) {
      catalog.execute(constraint);
    }
    catalog.execute("VACUUM ANALYZE");
    for (String table : TABLES) {
      catalog.execute("ALTER TABLE " + table + " RESET (autovacuum_enabled)");
    }
    catalog.execute("CHECKPOINT");
  }

  private void copy(String table, int times) throws SQLException {
    List<String> columns =
        list(
            """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = '%s' AND is_generated = 'NEVER'
            ORDER BY ordinal_position
            """
                .formatted(table));
    String values =
        columns.stream()
            .map(c -> COPIED.getOrDefault(table + "." + c, COPIED.getOrDefault(c, c)))
            .collect(Collectors.joining(", "));
    execute(
        "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s, generate_series(1, %d) AS k"
            .formatted(table, String.join(", ", columns), values, table, times - 1));
  }

  /** So that a crawl of the same registry finds all of its packages and repositories new. */
  private void rename() throws SQLException {
    execute("UPDATE package SET name = 'c0-' || ltrim(name, '@')");
    execute("UPDATE repository SET owner = 'c0-' || owner");
    execute("DELETE FROM scheduled_tasks WHERE task_name <> 'crawl'");
    execute("UPDATE scheduled_tasks SET task_instance = 'c0-' || ltrim(task_instance, '@')");
    execute("TRUNCATE changes_feed, download_counts, registry_client");
  }

  private static final String OURS =
      TABLES.stream().map(t -> "'" + t + "'::regclass").collect(Collectors.joining(", ", "(", ")"));

  /** Unique and primary keys before what refers to them. */
  private static final String CONSTRAINTS =
      """
      SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
        pg_get_constraintdef(oid))
      FROM pg_constraint WHERE conrelid IN %s AND contype IN ('p', 'u', 'f')
      ORDER BY contype = 'f', oid
      """
          .formatted(OURS);

  private static final String INDEXES =
      """
      SELECT pg_get_indexdef(indexrelid) FROM pg_index i
      WHERE indrelid IN %s
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
      """
          .formatted(OURS);

  /** What is new has the highest ids, as it would have without the copies. */
  private static final String IDENTITIES =
      """
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'
      """;

  private static final String DROPS =
      """
      SELECT drop FROM (
        SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname) AS drop,
          contype = 'f' AS first
        FROM pg_constraint WHERE conrelid IN %1$s AND contype IN ('p', 'u', 'f')
        UNION ALL
        SELECT format('DROP INDEX %%s', indexrelid::regclass), false FROM pg_index i
        WHERE indrelid IN %1$s
          AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
      ) d ORDER BY first DESC
      """
          .formatted(OURS);

  private List<String> list(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
