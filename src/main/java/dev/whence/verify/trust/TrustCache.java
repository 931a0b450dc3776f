package dev.whence.verify.trust;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the last good copy of the trust material for the next start.
 *
 * <p>Each copy is written into its own folder, which gets its name, the time, when it is complete.
 * A failed or killed refresh leaves nothing that would be read.
 */
public final class TrustCache {

  private final Path folder;

  public TrustCache(Path folder) {
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
  Optional<TrustCopy> newest() throws TrustException {
    List<Path> copies = copies();
    if (copies.isEmpty()) {
      return Optional.empty();
    }
    Path copy = copies.getFirst();
    Map<String, byte[]> metadata = metadata(copy);
    TrustDocuments documents =
        new TrustDocuments(
            TrustDocuments.read(copy.resolve(TrustCopy.TRUSTED_ROOT)),
            TrustDocuments.read(copy.resolve(TrustCopy.NPM_KEYS)),
            TrustOrigin.of("the cache"),
            time(copy),
            TrustConfirmation.both(time(copy)));
    return Optional.of(TrustCopy.of(documents, time(copy), metadata));
  }

  /** A new folder for a refresh, with the metadata of the last good copy. */
  Path begin(@Nullable TrustCopy lastGood) throws IOException {
    Path attempt = attempt();
    if (lastGood != null) {
      write(attempt, Maps.filterKeys(lastGood.files(), TrustCopy.METADATA::contains));
    }
    return attempt;
  }

  /** Where the TUF client keeps its metadata during an attempt. */
  static Path clientFolder(Path attempt) {
    return attempt.resolve("tuf");
  }

  /** The TUF client's files in an attempt or a copy. */
  static Map<String, byte[]> metadata(Path copy) throws TrustException {
    Map<String, byte[]> metadata = new HashMap<>();
    for (String name : TrustCopy.METADATA) {
      metadata.put(name, TrustDocuments.read(copy.resolve(name)));
    }
    return metadata;
  }

  /** Makes it the newest copy and forgets the older ones. */
  void keep(TrustCopy copy) throws IOException {
    Path attempt = attempt();
    try {
      write(attempt, copy.files());
      List<Path> older = copies();
      Path done = folder.resolve(Long.toString(copy.confirmedAt().toEpochMilli()));
      if (!older.contains(done)) {
        Files.move(attempt, done, StandardCopyOption.ATOMIC_MOVE);
      }
      for (Path other : older) {
        if (!other.equals(done)) {
          delete(other);
        }
      }
    } finally {
      delete(attempt);
    }
  }

  private Path attempt() throws IOException {
    Files.createDirectories(folder);
    Path attempt = Files.createTempDirectory(folder, "attempt-");
    Files.createDirectory(clientFolder(attempt));
    return attempt;
  }

  private static void write(Path attempt, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(attempt.resolve(file.getKey()), file.getValue());
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
