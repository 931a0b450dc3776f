package dev.whence.planted.web;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: a page asks SQL. */
final class WebAsksSql {
  private WebAsksSql() {}

  static void ask(Connection connection) throws SQLException {
    connection.prepareStatement("SELECT 1").close();
  }
}
