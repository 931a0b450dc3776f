package dev.whence.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;

/** {@code ./mvnw quarkus:dev}: the server on an embedded Postgres below {@code target/}. */
final class DevelopmentRun {
  private DevelopmentRun() {}

  static void run(String[] args) {
    try (Database database =
        EmbeddedDatabase.open(Path.of("target", "dev-data").toAbsolutePath())) {
      database.connection().config().forEach(System::setProperty);
      database.awaitReady();
      Quarkus.run(args);
    }
  }
}
