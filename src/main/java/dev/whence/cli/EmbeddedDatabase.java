package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The embedded Postgres: unpacked, initialised and started in a data folder, stopped when the
 * command ends. It listens on the loopback interface only, with its own password.
 *
 * <p>It starts in the background: {@link #connection} can be used to prepare the application in the
 * meantime.
 */
final class EmbeddedDatabase implements Database {
  private static final String USER = "whence";

  private final DataFolder folder;
  private final DatabaseConnection connection;
  private final int port;
  private final CompletableFuture<PostgresServer> server;

  private EmbeddedDatabase(DataFolder folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    this.connection =
        new DatabaseConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password(folder));
    this.server = CompletableFuture.supplyAsync(this::start);
  }

  /** Takes the folder and begins to start Postgres in it. */
  static EmbeddedDatabase open(Path root) {
    DataFolder folder = DataFolder.lock(root);
    try {
      return new EmbeddedDatabase(folder);
    } catch (IOException e) {
      folder.close();
      throw CliException.failure("cannot use the data folder " + root + ": " + e);
    }
  }

  @Override
  public DatabaseConnection connection() {
    return connection;
  }

  @Override
  public void awaitReady() {
    try {
      server.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CliException known
          ? known
          : CliException.failure("cannot start Postgres in " + folder.root() + ": " + e.getCause());
    }
  }

  @Override
  public void close() {
    try (folder) {
      server.handle((started, failed) -> started).thenAccept(EmbeddedDatabase::stop).join();
      ConnectionFile.delete(folder);
    }
  }

  private static void stop(PostgresServer started) {
    if (started != null) {
      started.stop();
    }
  }

  private PostgresServer start() {
    try {
      Path software = PostgresSoftware.unpack(folder.root());
      var postgres = new PostgresServer(software, folder.root());
      postgres.initialise(USER, passwordFile(folder));
      postgres.stopLeftover();
      postgres.start(port);
      ConnectionFile.write(folder, connection);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path passwordFile(DataFolder folder) {
    return folder.root().resolve("password");
  }

  private static String password(DataFolder folder) throws IOException {
    Path file = passwordFile(folder);
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(DataFolder.PRIVATE_FILE));
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    }
    return Files.readString(file).strip();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
