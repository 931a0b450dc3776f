package dev.whence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that keeps the last good copy of the trust material over restarts.
 *
 * <p>Each refresh works on a folder of its own, which gets its name, the time, when everything in
 * it is good. A refresh that fails or is killed leaves nothing behind that anybody would read.
 */
final class TrustCache {

  private static final String ROOT = "trusted_root.json";
  private static final String KEYS = "npm_keys.json";
  private static final String METADATA = "tuf";

  private final Path folder;

  TrustCache(Path folder) {
    this.folder = folder;
  }

  /** Where the cache is unless the operator says otherwise (XDG Base Directory Specification). */
  static Path defaultFolder() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && xdg.startsWith("/")
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("whence").resolve("trust");
  }

  /** The newest copy that was finished. */
  Optional<TrustDocuments> newest() throws TrustException {
    List<Path> copies = copies();
    if (copies.isEmpty()) {
      return Optional.empty();
    }
    Path copy = copies.getFirst();
    return Optional.of(
        new TrustDocuments(
            TrustDocuments.read(copy.resolve(ROOT)),
            TrustDocuments.read(copy.resolve(KEYS)),
            "Sigstore's TUF repository",
            time(copy)));
  }

  /** A new folder for a refresh, holding the metadata that the last good one was based on. */
  Path begin() throws IOException {
    Files.createDirectories(folder);
    Path attempt = Files.createTempDirectory(folder, "attempt-");
    Path metadata = Files.createDirectory(attempt.resolve(METADATA));
    List<Path> copies = copies();
    if (!copies.isEmpty()) {
      try (Stream<Path> files = Files.list(copies.getFirst().resolve(METADATA))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, metadata.resolve(file.getFileName()));
        }
      }
    }
    return attempt;
  }

  /** Where the TUF client keeps its metadata during an attempt. */
  static Path metadata(Path attempt) {
    return attempt.resolve(METADATA);
  }

  /** Makes the attempt the newest copy and forgets the older ones. */
  void commit(Path attempt, TrustDocuments documents, Instant now) throws IOException {
    Files.write(attempt.resolve(ROOT), documents.trustedRoot());
    Files.write(attempt.resolve(KEYS), documents.npmKeys());
    List<Path> older = copies();
    Path done = folder.resolve(Long.toString(now.toEpochMilli()));
    Files.move(attempt, done, StandardCopyOption.ATOMIC_MOVE);
    for (Path copy : older) {
      if (!copy.equals(done)) {
        delete(copy);
      }
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> copies() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9]{1,18}"))
          .sorted(Comparator.comparing(TrustCache::time).reversed())
          .toList();
    } catch (IOException absent) {
      return List.of();
    }
  }

  private static Instant time(Path copy) {
    return Instant.ofEpochMilli(Long.parseLong(copy.getFileName().toString()));
  }
}
