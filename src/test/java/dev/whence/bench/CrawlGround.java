package dev.whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where the contenders crawl: one database, emptied for each of them, and a folder for their logs.
 *
 * @param work the folder
 * @param home of the project
 */
record CrawlGround(Path work, Path home, BenchPostgres postgres) {

  /** Of the database. */
  static final String NAME = "bench";

  /** Requests that each contender may have under way. */
  static final int CONCURRENCY = 16;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  void empty() throws SQLException {
    postgres.create(NAME);
  }

  /** Starts a program in the project's folder. What it says is in the log of that name. */
  Process start(Map<String, String> settings, String log, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(log + ".log").toFile());
    builder.environment().putAll(settings);
    return builder.start();
  }

  /** What a program has said so far. */
  String log(String name) {
    try {
      return Files.readString(work.resolve(name + ".log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  static void await(Process process, BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("a process ended early; its log tells why");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  static void end(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** The number of a query; -1 while there is none. */
  long count(String query) {
    return Math.round(postgres.number(NAME, query).orElse(-1.0));
  }

  /** How many rows of a table are of a run. */
  long countSince(Instant begin, String rows) {
    return count("SELECT count(*) FROM " + rows + " >= '" + begin + "'");
  }

  long databaseBytes() {
    return count("SELECT pg_database_size('" + NAME + "')");
  }
}
