package dev.whence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that one running instance owns. The operating system holds the lock, so it ends with
 * the process in every case.
 */
final class DataFolder implements AutoCloseable {
  /** Readable by the owner alone: the folder holds the database and its password. */
  static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> PRIVATE_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /** Takes the folder for this process, and makes it if it is missing. */
  static DataFolder lock(Path root) {
    try {
      create(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("whence.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        String holder = read(channel);
        channel.close();
        throw CliException.failure(
            "the data folder %s is in use by process %s. Stop that one, or choose another with --data."
                .formatted(root, holder));
      }
      channel.truncate(0);
      channel.write(utf8(Long.toString(ProcessHandle.current().pid())), 0);
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw CliException.failure("cannot use the data folder " + root + ": " + reason(e));
    }
  }

  /** Makes the folder if it is missing, readable by its owner only. */
  static void create(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString().strip();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  Path root() {
    return root;
  }

  /** The connection of the running instance, for other commands of the same user. */
  Path connectionFile() {
    return connectionFile(root);
  }

  static Path connectionFile(Path root) {
    return root.resolve("connection.properties");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
