package dev.whence.testing;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The content of a catalog, whatever its ids and the times of its crawls: two that saw the same
 * registry have the same, row by row. It is read in one snapshot, so others may crawl meanwhile.
 */
public final class CatalogDigest {

  private static final int SHOWN_OF_A_TABLE = 3;

  private static final String SCHEMA =
      """
      SELECT c.table_name, c.column_name
      FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      ORDER BY c.table_name, c.column_name
      """;

  private final SortedMap<String, List<String>> rows;

  private CatalogDigest(SortedMap<String, List<String>> rows) {
    this.rows = rows;
  }

  /** Reads all of it; fails where the schema has a table or column that has no place yet. */
  public static CatalogDigest of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        statement.execute("SET LOCAL TIME ZONE 'UTC'");
        requireComplete(statement);
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (CatalogColumns.Table table : CatalogColumns.tables()) {
          rows.put(table.name(), read(statement, table.query()));
        }
        return new CatalogDigest(rows);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new AssertionError("the catalog cannot be read", e);
    }
  }

  private static void requireComplete(Statement statement) throws SQLException {
    Map<String, List<String>> listed = CatalogColumns.listed();
    try (ResultSet columns = statement.executeQuery(SCHEMA)) {
      while (columns.next()) {
        String table = columns.getString(1);
        String column = columns.getString(2);
        List<String> known = listed.get(table);
        if (known == null || (!known.isEmpty() && !known.contains(column))) {
          throw new AssertionError(
              "CatalogColumns must say whether %s.%s is content".formatted(table, column));
        }
      }
    }
  }

  private static List<String> read(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      rows.sort(null);
      return List.copyOf(rows);
    }
  }

  /** The rows of each table as JSON, in their own order, each as often as it is there. */
  public SortedMap<String, List<String>> rows() {
    return rows;
  }

  /** Of all rows, hex. */
  public String sha256() {
    Hasher hasher = Hashing.sha256().newHasher();
    rows.forEach(
        (table, all) -> {
          hasher.putString(table + "\n", StandardCharsets.UTF_8);
          all.forEach(row -> hasher.putString(row + "\n", StandardCharsets.UTF_8));
        });
    return hasher.hash().toString();
  }

  /** For each table that differs how much, and the first rows that only one has; empty for none. */
  public List<String> differencesFrom(CatalogDigest expected) {
    List<String> differences = new ArrayList<>();
    rows.forEach(
        (table, mine) -> {
          Multiset<String> here = HashMultiset.create(mine);
          Multiset<String> there =
              HashMultiset.create(expected.rows.getOrDefault(table, List.of()));
          tell(differences, table, "missing", Multisets.difference(there, here));
          tell(differences, table, "too much", Multisets.difference(here, there));
        });
    return differences;
  }

  private static void tell(
      List<String> differences, String table, String what, Multiset<String> rows) {
    if (!rows.isEmpty()) {
      String shown = String.join("\n  ", rows.stream().sorted().limit(SHOWN_OF_A_TABLE).toList());
      differences.add("%s: %d rows %s\n  %s".formatted(table, rows.size(), what, shown));
    }
  }
}
