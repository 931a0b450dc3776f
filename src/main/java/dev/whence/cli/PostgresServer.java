package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One database cluster, driven through Postgres' own {@code initdb} and {@code pg_ctl}. */
final class PostgresServer {
  /** A first recovery after a crash replays the log; half a minute is long even for a slow disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int START_TRIES = 5;

  private static final long LONG_LOG = 10_000_000;

  private final Path software;
  private final Path folder;
  private final Path cluster;

  /** A server of the given software whose cluster and log are in {@code folder}. */
  PostgresServer(Path software, Path folder) {
    this.software = software;
    this.folder = folder;
    this.cluster = folder.resolve("postgres");
  }

  /** Makes the cluster if there is none. */
  void initialise(String user, Path passwordFile) throws IOException {
    Path version = cluster.resolve("PG_VERSION");
    if (Files.exists(version)) {
      requireSameMajor(Files.readString(version).strip());
      return;
    }
    // Made in another folder and then moved, so that a killed process leaves no incomplete cluster.
    Path aside = folder.resolve("initialising-postgres");
    FileTree.delete(aside);
    Outcome outcome =
        command(
            "initdb",
            "--pgdata=" + aside,
            "--username=" + user,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The locale of Postgres itself gives the same order of names on every system.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions");
    if (!outcome.succeeded()) {
      throw CliException.failure("cannot initialise Postgres: " + outcome.output());
    }
    Files.move(aside, cluster);
  }

  private void requireSameMajor(String found) {
    String ours = BuildInfo.postgresVersion();
    if (!ours.startsWith(found + ".")) {
      throw CliException.failure(
          "%s was written by Postgres %s, and this Whence brings %s. Dump it with the old one first."
              .formatted(cluster, found, ours));
    }
  }

  /**
   * Stops a server that outlived a killed Whence. The folder's lock is ours, so nobody else uses
   * it.
   */
  void stopLeftover() throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      boolean running =
          lines.findFirst().map(String::strip).filter(PostgresServer::isPostgres).isPresent();
      if (running) {
        stop();
      }
    }
  }

  private static boolean isPostgres(String pid) {
    // After a reboot the number may belong to any program.
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }

  /** Starts the server on a loopback port and returns when it accepts connections. */
  void start(int port) throws IOException {
    List<String> settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=256MB",
            "log_checkpoints=off");
    var options = new StringBuilder();
    settings.forEach(setting -> options.append(" -c ").append(setting));
    Path log = freshLog();
    Outcome outcome = pgCtl("start", "--log=" + log, "--options=" + options);
    // After a kill, the server's workers keep its shared memory for a moment.
    for (int tries = 1; !outcome.succeeded() && tries < START_TRIES; tries++) {
      pause();
      outcome = pgCtl("start", "--log=" + log, "--options=" + options);
    }
    if (!outcome.succeeded()) {
      throw CliException.failure(
          "Postgres does not start: %s See %s".formatted(outcome.output(), log));
    }
  }

  /**
   * The log to append to. A long log is renamed first, and replaces the one that was renamed
   * before.
   */
  private Path freshLog() throws IOException {
    Path log = folder.resolve("postgres.log");
    if (Files.exists(log) && Files.size(log) > LONG_LOG) {
      Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  /** Stops the server; open connections are cut, committed data is safe. */
  void stop() {
    try {
      if (!pgCtl("stop", "--mode=fast").succeeded()) {
        // The server hangs. Without a last checkpoint the next start replays the log.
        pgCtl("stop", "--mode=immediate");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome pgCtl(String action, String... arguments) throws IOException {
    var all = new ArrayList<String>();
    all.add(action);
    all.add("--pgdata=" + cluster);
    all.add("--wait");
    all.add("--timeout=" + PATIENCE.toSeconds());
    all.addAll(List.of(arguments));
    return command("pg_ctl", all.toArray(String[]::new));
  }

  private Outcome command(String program, String... arguments) throws IOException {
    var line = new ArrayList<String>();
    if (isRoot()) {
      // Postgres refuses to run as root. In its own user namespace it is the user nobody, and still
      // the owner of its files.
      line.addAll(List.of("unshare", "--user"));
    }
    line.add(software.resolve("bin").resolve(program).toString());
    line.addAll(List.of(arguments));
    // A file, because the server inherits the output and would keep a pipe open for ever.
    Path output = folder.resolve(program + ".out");
    try {
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(PATIENCE.plusSeconds(10).toSeconds(), TimeUnit.SECONDS);
      String said = Files.readString(output).strip();
      if (said.startsWith("unshare:")) {
        throw CliException.failure(
            "Postgres refuses to run as root, and here root cannot make a user namespace for it"
                + " (%s). Run Whence as an ordinary user.".formatted(said));
      }
      return new Outcome(ended && process.exitValue() == 0, said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "interrupted");
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        && Files.getAttribute(self, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Outcome(boolean succeeded, String output) {}
}
