package dev.whence.catalog;

import java.sql.SQLException;

/** Postgres refused or could not be reached; nothing of the transaction was kept. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogException(SQLException cause) {
    super("the catalog's database said: " + cause.getMessage(), cause);
  }
}
