package dev.whence.catalog.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** Tests whether we can connect to a Postgres, before an application starts on it. */
public final class DatabaseProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private DatabaseProbe() {}

  /**
   * Why a connection fails, in the driver's or the server's words; empty if it opens.
   *
   * @param url JDBC URL
   */
  public static Optional<String> problem(String url, String user, String password) {
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
    try (Connection opened = DriverManager.getConnection(url, login)) {
      return opened.isValid((int) PATIENCE.toSeconds())
          ? Optional.empty()
          : Optional.of("the connection does not answer");
    } catch (SQLException e) {
      return String.valueOf(e.getMessage()).lines().findFirst();
    }
  }
}
