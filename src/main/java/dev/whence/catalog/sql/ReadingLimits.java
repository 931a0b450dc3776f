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
 * Bounds each connection that pages and API read by, once, when it is opened: so the limit costs no
 * query anything, and holds even where this process is gone.
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
