package dev.whence.cli;

import java.util.Map;

/**
 * How to reach a Postgres.
 *
 * @param url JDBC URL
 */
record DatabaseConnection(String url, String user, String password) {

  Map<String, String> config() {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", user,
        "quarkus.datasource.password", password);
  }

  /** Without the password: this text may reach a log. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
