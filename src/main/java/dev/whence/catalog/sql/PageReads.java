package dev.whence.catalog.sql;

import dev.whence.catalog.CatalogException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the reads of Panache repositories: on the connections of pages, with their limits ({@link
 * ReadingLimits}), and with the same exception if Postgres refuses.
 */
public final class PageReads {

  private PageReads() {}

  /**
   * Runs the read in the open transaction, or in a new one. The transaction returns the connection
   * at its end. Without a transaction, the session would keep the connection until the request
   * ends, and a page with a second query would wait for a second connection of the same pool.
   */
  public static <T> T read(Supplier<T> reads) {
    try {
      return QuarkusTransaction.joiningExisting().call(reads::get);
    } catch (RuntimeException e) {
      @Nullable SQLException refused = refusal(e);
      throw refused == null ? e : new CatalogException(refused);
    }
  }

  /** The message of Postgres or of the pool; null if the failure is not theirs. */
  private static @Nullable SQLException refusal(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return refused;
      }
    }
    return null;
  }
}
