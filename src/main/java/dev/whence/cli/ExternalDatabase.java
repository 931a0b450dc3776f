package dev.whence.cli;

import dev.whence.catalog.sql.DatabaseProbe;
import java.util.Map;
import java.util.Optional;

/** A Postgres named by the environment. */
record ExternalDatabase(DatabaseConnection connection) implements Database {

  /** The Postgres that {@code WHENCE_DATABASE_URL} names, if it is set. */
  static Optional<ExternalDatabase> fromEnvironment() {
    return from(System.getenv());
  }

  /** As {@link #fromEnvironment}, but an error if it is not set. */
  static ExternalDatabase required() {
    return fromEnvironment()
        .orElseThrow(
            () ->
                CliException.usage(
                    "WHENCE_DATABASE_URL is not set. This command shares a Postgres with others,"
                        + " for example WHENCE_DATABASE_URL=postgresql://db:5432/whence with"
                        + " WHENCE_DATABASE_USER and WHENCE_DATABASE_PASSWORD."
                        + " ./whence up brings its own."));
  }

  static Optional<ExternalDatabase> from(Map<String, String> environment) {
    String url = environment.getOrDefault("WHENCE_DATABASE_URL", "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    String jdbc = url.replaceFirst("^(?:jdbc:)?postgres(?:ql)?://", "jdbc:postgresql://");
    if (!jdbc.startsWith("jdbc:postgresql://")) {
      throw CliException.usage(
          "WHENCE_DATABASE_URL must look like postgresql://host:port/database");
    }
    if (jdbc.contains("@")) {
      throw CliException.usage(
          "WHENCE_DATABASE_URL must not hold a user or password;"
              + " give them as WHENCE_DATABASE_USER and WHENCE_DATABASE_PASSWORD");
    }
    return Optional.of(
        new ExternalDatabase(
            new DatabaseConnection(
                jdbc,
                environment.getOrDefault("WHENCE_DATABASE_USER", "whence"),
                environment.getOrDefault("WHENCE_DATABASE_PASSWORD", ""))));
  }

  @Override
  public void awaitReady() {
    DatabaseProbe.problem(connection.url(), connection.user(), connection.password())
        .ifPresent(
            problem -> {
              throw CliException.failure(
                  "cannot use the Postgres that WHENCE_DATABASE_URL names (%s): %s"
                      .formatted(connection, problem));
            });
  }

  @Override
  public void close() {
    // We do not stop an external Postgres.
  }
}
