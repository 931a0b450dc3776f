package dev.whence.catalog.sql;

import dev.whence.catalog.CatalogException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a connection, in one transaction. */
@Singleton
public final class Sql {

  private final DataSource dataSource;
  private final DataSource reading;

  @Inject
  public Sql(
      DataSource dataSource,
      @io.quarkus.agroal.DataSource(ReadingLimits.DATA_SOURCE) DataSource reading) {
    this.dataSource = dataSource;
    this.reading = reading;
  }

  /** On one data source for everything, without a limit. */
  public Sql(DataSource dataSource) {
    this(dataSource, dataSource);
  }

  /** Work that reads with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Work that writes with a connection. */
  @FunctionalInterface
  public interface Change {
    void on(Connection connection) throws SQLException;
  }

  /** Commits the work's changes, or rolls them back if it throws. */
  public <T> T write(Work<T> work) {
    return transaction(work);
  }

  /** Like {@link #write}, for work without a result. */
  public void change(Change change) {
    write(
        connection -> {
          change.on(connection);
          return true;
        });
  }

  /** Runs many statements, or a cursor, on one state of the catalog. */
  public <T> T snapshot(Work<T> work) {
    return transaction(
        connection -> {
          Query.of(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update();
          return work.on(connection);
        });
  }

  /**
   * Runs one or two queries of a page. Each sees the data that are committed when it starts.
   * Postgres stops a query that takes longer than {@code whence.web.query-timeout}, and refuses
   * changes.
   */
  public <T> T read(Work<T> work) {
    return read(reading, work);
  }

  /** The same for the crawl, without a time limit. */
  public <T> T readAtLength(Work<T> work) {
    return read(dataSource, work);
  }

  private static <T> T read(DataSource from, Work<T> work) {
    try (Connection connection = from.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new CatalogException(e);
    }
  }

  private <T> T transaction(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new CatalogException(e);
    }
  }
}
