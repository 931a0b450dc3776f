package dev.whence.catalog.sql;

import dev.whence.catalog.CatalogException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what Panache repositories read: on the connections of pages, with their limits ({@link
 * ReadingLimits}), and with the same exception when Postgres refuses.
 */
public final class PageReads {

  private PageReads() {}

  /**
   * In a transaction of its own, or in the one that is open. The transaction gives the connection
   * back at its end. Without one, the session would keep it until the request ends, and a page that
   * asks a second question would wait for a second connection of the same pool.
   */
  public static <T> T read(Supplier<T> reads) {
    try {
      return QuarkusTransaction.joiningExisting().call(reads::get);
    } catch (RuntimeException e) {
      @Nullable SQLException refused = refusal(e);
      throw refused == null ? e : new CatalogException(refused);
    }
  }

  /** What Postgres or the pool said; null where the failure is not theirs. */
  private static @Nullable SQLException refusal(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return refused;
      }
    }
    return null;
  }
}
