package dev.whence.cli;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the Postgres that came with the jar; done once per folder and version. */
final class PostgresSoftware {
  private static final int EXECUTABLE = 0b001_000_000;

  private PostgresSoftware() {}

  /** The folder with {@code bin/}, unpacked below {@code parent} if it is not there yet. */
  static Path unpack(Path parent) throws IOException {
    Path home = parent.resolve("postgres-" + BuildInfo.postgresVersion());
    if (Files.isDirectory(home)) {
      return home;
    }
    // Unpacked into another folder and then moved, so that a killed process leaves no incomplete
    // folder.
    Path aside = parent.resolve("unpacking-postgres");
    FileTree.delete(aside);
    Files.createDirectory(aside);
    try (InputStream packed = archive();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, aside);
      }
    }
    return Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream archive() throws IOException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "Darwin" : "Linux";
    String arch = System.getProperty("os.arch", "");
    String hardware = arch.equals("aarch64") ? "arm_64" : "x86_64";
    InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
    if (found == null) {
      throw CliException.failure(
          "no Postgres for %s on %s comes with Whence; set WHENCE_DATABASE_URL to one of yours"
              .formatted(os, arch));
    }
    return found;
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(root.resolve(entry.getLinkName()), target);
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & EXECUTABLE) != 0) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
