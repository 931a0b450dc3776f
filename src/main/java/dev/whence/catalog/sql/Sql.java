package dev.whence.catalog.sql;

import dev.whence.catalog.CatalogException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a connection: everything of it, or nothing. */
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

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** What is changed on a connection. */
  @FunctionalInterface
  public interface Change {
    void on(Connection connection) throws SQLException;
  }

  /** Commits what the work wrote, or rolls it back when it throws. */
  public <T> T write(Work<T> work) {
    return transaction(work);
  }

  /** As {@link #write}, for work that gives nothing. */
  public void change(Change change) {
    write(
        connection -> {
          change.on(connection);
          return true;
        });
  }

  /** Many statements, or a cursor, that see one state of the catalog. */
  public <T> T snapshot(Work<T> work) {
    return transaction(
        connection -> {
          Query.of(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update();
          return work.on(connection);
        });
  }

  /**
   * A query or two of a page; each sees what is committed when it starts. Postgres ends one that
   * takes longer than {@code whence.web.query-timeout}, and refuses to change anything.
   */
  public <T> T read(Work<T> work) {
    return read(reading, work);
  }

  /** The same for the crawl, whose queries may take their time. */
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
