package dev.whence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One embedded Postgres for the whole test process, started at the first use and stopped with it.
 * Fresh databases are copies of one that was migrated, which costs a fraction of migrating each.
 */
public final class TestPostgres {

  private static final String USER = "postgres";
  private static final String TEMPLATE = "whence_template";

  /** Quarkus loads this class a second time; what both see is a system property. */
  private static final String PORT = "test.postgres.port";

  private TestPostgres() {}

  /** A database of its own, migrated and empty. */
  public static Database fresh() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PORT) == null) {
        start();
      }
      String name = "test_" + UUID.randomUUID().toString().replace("-", "");
      execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
      return database(name);
    }
  }

  private static void start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("synchronous_commit", "off")
              .start();
      System.setProperty(PORT, String.valueOf(postgres.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("CREATE DATABASE " + TEMPLATE);
    Flyway.configure()
        .dataSource(database(TEMPLATE).dataSource())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(database(USER).url(), USER, USER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Database database(String name) {
    return new Database(
        "jdbc:postgresql://localhost:" + System.getProperty(PORT) + "/" + name, USER, USER);
  }

  /** How to reach a database. */
  public record Database(String url, String user, String password) {

    /** Without a pool: each connection is a new one. */
    public DataSource dataSource() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    }
  }
}
