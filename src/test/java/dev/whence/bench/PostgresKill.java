package dev.whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Kills a Postgres with {@code kill -9} and starts it again, as a supervisor would. */
final class PostgresKill {

  private static final int MOST_LOOKS = 1_200;
  private static final long LOOK_MILLIS = 50;

  private final BenchPostgres postgres;
  private final Path log;

  PostgresKill(BenchPostgres postgres, Path log) {
    this.postgres = postgres;
    this.log = log;
  }

  /**
   * Returns when it accepts connections again.
   *
   * @param backendsToo all of its processes at once; else the postmaster alone, whose death the
   *     others notice by themselves
   */
  void killAndRestart(boolean backendsToo) throws IOException {
    List<ProcessHandle> all = postgres.processes().toList();
    List<String> command = command(all.getFirst().pid());
    all.getFirst().destroyForcibly();
    if (backendsToo) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    // A postmaster refuses to start while the dead one's children use the shared memory.
    until(() -> all.stream().noneMatch(ProcessHandle::isAlive), "old processes do not end");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    until(this::accepts, "Postgres does not come back, see " + log);
  }

  /** As it was started; Postgres refuses to run as root, so root's is in a name space. */
  private static List<String> command(long pid) throws IOException {
    String line = Files.readString(Path.of("/proc", "" + pid, "cmdline"), StandardCharsets.UTF_8);
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(Arrays.asList(line.split("\0")));
    return command;
  }

  private boolean accepts() {
    DataSource database = postgres.database("postgres");
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException starting) {
      return false;
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(Condition condition, String otherwise) {
    for (int looks = 0; !condition.holds(); looks++) {
      if (looks > MOST_LOOKS) {
        throw new IllegalStateException(otherwise);
      }
      Program.pause(LOOK_MILLIS);
    }
  }
}
