package dev.whence.cli;

import dev.whence.crawl.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run on a catalog that exists, without serving or crawling: beside the instance that runs on the
 * data folder, on the Postgres that the environment names, or on the folder's own.
 */
final class CatalogRun {
  private CatalogRun() {}

  static ServerRun on(Path dataFolder) {
    return new ServerRun(ServerOptions.onLoopback(freePort()), () -> database(dataFolder))
        .as(Role.CATALOG)
        .with("whence.crawl.enabled", "false")
        .with("quarkus.http.host-enabled", "false")
        .with("quarkus.management.host-enabled", "false")
        .with("quarkus.scheduler.enabled", "false")
        .with("quarkus.log.level", "WARN")
        .with("quarkus.banner.enabled", "false");
  }

  private static Database database(Path folder) {
    return ConnectionFile.read(folder)
        .<Database>map(ExternalDatabase::new)
        .or(ExternalDatabase::fromEnvironment)
        .orElseGet(() -> embedded(folder));
  }

  private static Database embedded(Path folder) {
    if (!Files.isDirectory(folder.resolve("postgres"))) {
      throw CliException.failure(
          "there is no catalog in "
              + folder
              + ". Make one with ./whence up, or name a data folder with --data.");
    }
    return EmbeddedDatabase.open(folder);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
