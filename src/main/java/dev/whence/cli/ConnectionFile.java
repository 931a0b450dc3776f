package dev.whence.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * Lets a second command of the same user use the database of the instance that runs on a folder.
 * The file exists as long as the database runs, and only its owner can read it.
 */
final class ConnectionFile {
  private ConnectionFile() {}

  /** The connection of the instance that runs on {@code root}; empty if none runs. */
  static Optional<DatabaseConnection> read(Path root) {
    Path file = DataFolder.connectionFile(root);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean alive =
        ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "-1")))
            .filter(ProcessHandle::isAlive)
            .isPresent();
    return alive
        ? Optional.of(
            new DatabaseConnection(
                properties.getProperty("url", ""),
                properties.getProperty("user", ""),
                properties.getProperty("password", "")))
        : Optional.empty();
  }

  static void write(DataFolder folder, DatabaseConnection connection) throws IOException {
    var properties = new Properties();
    properties.setProperty("url", connection.url());
    properties.setProperty("user", connection.user());
    properties.setProperty("password", connection.password());
    properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    Path file = folder.connectionFile();
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(DataFolder.PRIVATE_FILE));
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, "The running instance; removed when it ends");
    }
  }

  static void delete(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.connectionFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
