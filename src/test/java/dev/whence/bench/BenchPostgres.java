package dev.whence.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The Postgres that all contenders write to, durable as in production. */
final class BenchPostgres implements AutoCloseable {

  private static final String UNDEFINED_TABLE = "42P01";

  private final EmbeddedPostgres server;

  BenchPostgres() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("max_connections", "100")
            .start();
  }

  int port() {
    return server.getPort();
  }

  /** A new and empty database. */
  void create(String database) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
      connection.createStatement().execute("CREATE DATABASE " + database);
    }
  }

  /** The copy takes the place of a database of that name. */
  void copy(String from, String to) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
      connection.createStatement().execute("CREATE DATABASE " + to + " TEMPLATE " + from);
    }
  }

  Connection connection(String database) throws SQLException {
    return database(database).getConnection();
  }

  /** The only number of a query; empty while its tables do not exist or have none. */
  Optional<Double> number(String database, String query) {
    try (Connection connection = connection(database);
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      double number = row.getDouble(1);
      return row.wasNull() ? Optional.empty() : Optional.of(number);
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw new IllegalStateException(query, e);
    }
  }

  /** Changes something, in the name of an operator. */
  int execute(String database, String statement) {
    try (Connection connection = connection(database);
        Statement change = connection.createStatement()) {
      return change.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  DataSource database(String name) {
    return server.getDatabase("postgres", name);
  }

  /** What the server has used. Those of its backends that ended are counted with the postmaster. */
  double cpuSeconds() {
    return processes().mapToDouble(Usage::cpuSeconds).sum();
  }

  /** The postmaster, and then its children. */
  Stream<ProcessHandle> processes() {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
  }

  private long postmaster() {
    String folder = text("SHOW data_directory");
    try (Stream<String> lines = Files.lines(Path.of(folder, "postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String query) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
