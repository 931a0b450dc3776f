package dev.whence.catalog;

import com.google.common.base.Splitter;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import dev.whence.testing.TestPostgres;
import dev.whence.testing.TestPostgres.Database;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Stores the versions of a packument as the catalog does, and row by row, one insert a version, in
 * a transaction each. Row by row is the lesser work: it neither compares nor locks, and leaves out
 * the package.
 */
public final class WritingBench {

  private static final List<Integer> VERSIONS = List.of(1, 10, 100, 1_000, 3_000);
  private static final int ROUNDS = 15;

  /** Until the virtual machine and Postgres have compiled and planned what they run. */
  private static final int WARM_UP = 200;

  private static final double NANOS_PER_MILLI = 1e6;

  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
      WHERE table_name = 'version' AND column_name NOT IN ('id', 'package_id')
      """;

  private final AgroalDataSource pool;
  private final CrawlWriter writer;
  private final String columns;
  private int packages;

  private WritingBench(AgroalDataSource pool) throws SQLException {
    this.pool = pool;
    this.writer = new CrawlWriter(new Sql(pool));
    this.columns = one(COLUMNS);
  }

  /** With a pool as the product has: a new connection would plan each statement anew. */
  private static AgroalDataSource pool(Database database) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                connections ->
                    connections
                        .maxSize(2)
                        .connectionFactoryConfiguration(
                            to ->
                                to.jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
  }

  /** Prints milliseconds a packument, the median of rounds, and the ratio. */
  public static void main(String[] arguments) throws SQLException {
    try (AgroalDataSource pool = pool(TestPostgres.fresh())) {
      WritingBench bench = new WritingBench(pool);
      System.out.printf("%9s %12s %14s %7s%n", "versions", "together ms", "row by row ms", "ratio");
      bench.rounds(WARM_UP, 10);
      for (int versions : VERSIONS) {
        bench.compare(versions);
      }
    }
  }

  private void compare(int versions) throws SQLException {
    double[][] times = rounds(ROUNDS, versions);
    double bulk = median(times[0]);
    double rows = median(times[1]);
    System.out.printf("%9d %12.1f %14.1f %7.1f%n", versions, bulk, rows, rows / bulk);
  }

  /** Together and row by row. */
  private double[][] rounds(int rounds, int versions) throws SQLException {
    double[][] times = new double[2][rounds];
    for (int round = 0; round < rounds; round++) {
      PackageCrawl crawl = crawl(versions);
      long begin = System.nanoTime();
      writer.store(crawl);
      times[0][round] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
      times[1][round] = byRow();
    }
    return times;
  }

  private PackageCrawl crawl(int versions) {
    packages++;
    Crawls crawl = Crawls.of("p" + packages);
    for (int i = 0; i < versions; i++) {
      crawl.version(
          new Facts("1." + i + ".0")
              .declaring("git+https://github.com/octo/tools.git")
              .digests(Facts.sha512(i % 256), Facts.sha1(i % 256)));
    }
    return crawl.build();
  }

  /** The rows of the package that was stored last, once more and as another one's. */
  private double byRow() throws SQLException {
    String name = "p" + packages;
    String id =
        one(
            "INSERT INTO package (name, added_at) VALUES ('"
                + name
                + "-again', now()) RETURNING id");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(rows(id, name));
        PreparedStatement insert = connection.prepareStatement(insert())) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.executeUpdate();
      }
      connection.commit();
      return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }
  }

  private String rows(String id, String name) {
    return """
        SELECT %s::bigint, %s FROM version
        WHERE package_id = (SELECT id FROM package WHERE name = '%s')
        """
        .formatted(id, columns, name);
  }

  private String insert() {
    return "INSERT INTO version (package_id, %s) VALUES (?%s)"
        .formatted(columns, ", ?".repeat(Splitter.on(',').splitToList(columns).size()));
  }

  private String one(String query) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
