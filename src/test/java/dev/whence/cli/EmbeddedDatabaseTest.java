package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Postgres, as a child process, in a folder with a space in its name. */
class EmbeddedDatabaseTest {
  @TempDir private static Path software;

  @TempDir private Path temp;

  @BeforeAll
  static void unpackOnce() throws IOException {
    PostgresSoftware.unpack(software);
  }

  private void useUnpacked(Path folder) throws IOException {
    String name = "postgres-" + BuildInfo.postgresVersion();
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve(name), software.resolve(name));
  }

  @Test
  void shouldKeepDataOverRestartsAndEndItsProcess() throws Exception {
    Path folder = temp.resolve("my data");
    useUnpacked(folder);
    long first;
    try (EmbeddedDatabase database = open(folder)) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS n");
      first = postmaster(folder);
      assertThat(runs(first)).isTrue();
    }
    assertEnds(first);
    assertThat(ConnectionFile.read(folder)).isEmpty();

    try (EmbeddedDatabase database = open(folder)) {
      assertThat(number(database, "SELECT n FROM kept")).isEqualTo(42);
      assertThat(
              number(
                  database,
                  "SELECT count(*) FROM pg_settings WHERE name IN ('fsync',"
                      + " 'synchronous_commit', 'full_page_writes') AND setting = 'on'"))
          .isEqualTo(3);
    }
  }

  @Test
  void shouldLetASecondCommandUseTheRunningDatabaseAndNotTheFolder() throws Exception {
    useUnpacked(temp);
    try (EmbeddedDatabase database = open(temp)) {
      assertThat(ConnectionFile.read(temp)).contains(database.connection());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(DataFolder.connectionFile(temp))))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> EmbeddedDatabase.open(temp))
          .isInstanceOf(CliException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void shouldRecoverFromAKilledProcess() throws Exception {
    useUnpacked(temp);
    long orphan;
    try (EmbeddedDatabase database = open(temp)) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS n");
    }
    // A Postgres that runs although nobody holds the folder is what kill -9 leaves behind.
    var left = new PostgresServer(PostgresSoftware.unpack(temp), temp);
    left.start(freePort());
    orphan = postmaster(temp);

    try (EmbeddedDatabase database = open(temp)) {
      assertThat(number(database, "SELECT n FROM kept")).isEqualTo(42);
      assertThat(postmaster(temp)).isNotEqualTo(orphan);
      assertEnds(orphan);
    }
  }

  @Test
  void shouldRecoverFromAPostgresThatWasKilledItself() throws Exception {
    useUnpacked(temp);
    try (EmbeddedDatabase database = open(temp)) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS n");
      ProcessHandle postgres = ProcessHandle.of(postmaster(temp)).orElseThrow();
      postgres.destroyForcibly();
      postgres.onExit().get(20, TimeUnit.SECONDS);
    }
    try (EmbeddedDatabase database = open(temp)) {
      assertThat(number(database, "SELECT n FROM kept")).isEqualTo(42);
    }
  }

  @Test
  void shouldStartAgainAfterAHalfDoneFirstStart() throws Exception {
    Files.createDirectories(temp.resolve("unpacking-postgres/bin"));
    Files.createDirectories(temp.resolve("initialising-postgres/base"));

    try (EmbeddedDatabase database = open(temp)) {
      assertThat(number(database, "SELECT 1")).isEqualTo(1);
    }
    assertThat(temp.resolve("unpacking-postgres")).doesNotExist();
    assertThat(temp.resolve("initialising-postgres")).doesNotExist();
  }

  @Test
  void shouldNotTouchAClusterOfAnotherMajorVersion() throws IOException {
    useUnpacked(temp);
    Path cluster = Files.createDirectories(temp.resolve("postgres"));
    Files.writeString(cluster.resolve("PG_VERSION"), "15\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.open(temp)) {
      assertThatThrownBy(database::awaitReady)
          .isInstanceOf(CliException.class)
          .hasMessageContaining("was written by Postgres 15");
    }
    assertThat(cluster).isDirectoryContaining("glob:**PG_VERSION");
  }

  @Test
  void shouldSayWhichFolderCannotBeUsed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedDatabase.open(file.resolve("data")))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("cannot use the data folder " + file);
  }

  private static EmbeddedDatabase open(Path folder) {
    EmbeddedDatabase database = EmbeddedDatabase.open(folder);
    database.awaitReady();
    return database;
  }

  /** Soon: the server removes its pid file a moment before it ends. */
  private static void assertEnds(long pid) throws InterruptedException {
    for (int i = 0; i < 100 && runs(pid); i++) {
      Thread.sleep(100);
    }
    assertThat(runs(pid)).isFalse();
  }

  /** A process that has ended and was not yet collected by its parent has no command. */
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private static Connection connect(Database database) throws SQLException {
    DatabaseConnection to = database.connection();
    return DriverManager.getConnection(to.url(), to.user(), to.password());
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static long postmaster(Path folder) throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
  }
}
