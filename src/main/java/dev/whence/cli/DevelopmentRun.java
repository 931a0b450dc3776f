package dev.whence.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.List;

/** {@code ./mvnw quarkus:dev}: the server on an embedded Postgres below {@code target/}. */
final class DevelopmentRun {
  /**
   * What pom.xml lets Quarkus pass on in development: no command starts, and the process does not
   * exit.
   */
  static final List<String> ARGUMENTS = List.of("dev");

  private DevelopmentRun() {}

  static void run() {
    try (Database database =
        EmbeddedDatabase.open(Path.of("target", "dev-data").toAbsolutePath())) {
      RequestLimits.WITHOUT_FOREIGN_CHECK.forEach(System::setProperty);
      database.connection().config().forEach(System::setProperty);
      database.awaitReady();
      Quarkus.run();
    }
  }
}
