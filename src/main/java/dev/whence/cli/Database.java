package dev.whence.cli;

/** The Postgres of one run of a command: our own, or an external one. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

  /** Where it listens; known before it starts. */
  DatabaseConnection connection();

  /** Returns once it accepts connections, or throws a {@link CliException} saying why not. */
  void awaitReady();

  /** Ends what {@code open} began. Call it after the application closed its connections. */
  @Override
  void close();
}
