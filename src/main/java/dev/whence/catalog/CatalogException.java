package dev.whence.catalog;

import java.sql.SQLException;

/** Postgres refused or could not be reached. The transaction was rolled back. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Postgres' code for a statement that its timeout or an operator stopped. */
  private static final String CANCELED = "57014";

  private final boolean busy;

  public CatalogException(SQLException cause) {
    super("the catalog's database said: " + cause.getMessage(), cause);
    this.busy = CANCELED.equals(cause.getSQLState()) || isNoConnection(cause);
  }

  /** Whether the statement took too long. The same request may succeed later. */
  public boolean isBusy() {
    return busy;
  }

  /** No connection of the pool became free in time. Only the message of the exception says so. */
  private static boolean isNoConnection(SQLException cause) {
    return cause.getSQLState() == null
        && String.valueOf(cause.getMessage()).contains("acquisition timeout");
  }
}
