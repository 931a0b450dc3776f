package dev.whence.catalog;

import java.sql.SQLException;

/** Postgres refused or could not be reached; nothing of the transaction was kept. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Postgres' name for a statement that was ended, by its timeout or by an operator. */
  private static final String CANCELED = "57014";

  private final boolean busy;

  public CatalogException(SQLException cause) {
    super("the catalog's database said: " + cause.getMessage(), cause);
    this.busy = CANCELED.equals(cause.getSQLState()) || isNoConnection(cause);
  }

  /** Whether it took too long, which the same request may not do a while later. */
  public boolean isBusy() {
    return busy;
  }

  /** None of the pool's connections became free in time; the pool says so by its message alone. */
  private static boolean isNoConnection(SQLException cause) {
    return cause.getSQLState() == null
        && String.valueOf(cause.getMessage()).contains("acquisition timeout");
  }
}
