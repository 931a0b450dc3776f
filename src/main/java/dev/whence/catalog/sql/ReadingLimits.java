package dev.whence.catalog.sql;

import dev.whence.catalog.CatalogException;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Sets the time limit on each connection of pages and API when it is opened. So it costs nothing
 * per query, and it holds even if this process has ended.
 */
@Singleton
@DataSource(ReadingLimits.DATA_SOURCE)
final class ReadingLimits implements AgroalPoolInterceptor {

  /** The pool for pages and API. */
  static final String DATA_SOURCE = "reading";

  private final Duration timeout;

  ReadingLimits(ReadingConfig config) {
    this.timeout = config.queryTimeout();
  }

  @Override
  public void onConnectionCreate(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET statement_timeout = %d; SET default_transaction_read_only = on"
              .formatted(timeout.toMillis()));
    } catch (SQLException e) {
      throw new CatalogException(e);
    }
  }
}
