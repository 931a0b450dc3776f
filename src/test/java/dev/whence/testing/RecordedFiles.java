package dev.whence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the recorded registry answers, by decoded path. Empty where the recording is absent. */
final class RecordedFiles implements RegistryFiles {

  private static final String DOWNLOADS = "/downloads/point/last-month/";

  private final String registryUrl;
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, String> downloads = new HashMap<>();
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final List<String> names;

  RecordedFiles(String registryUrl) {
    this.registryUrl = registryUrl;
    if (Recording.isPresent()) {
      Path root = Recording.root();
      files.put("/-/npm/v1/keys", root.resolve("keys.json"));
      addAll(root.resolve("attestations"), "/-/npm/v1/attestations/");
      for (String line : lines(root.resolve("downloads.tsv"))) {
        downloads.put(
            line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
      }
      this.names = List.copyOf(new TreeSet<>(addAll(root.resolve("packuments"), "/")));
    } else {
      this.names = List.of();
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<Answer> find(String decodedPath) {
    if (decodedPath.startsWith(DOWNLOADS)) {
      return downloads(decodedPath.substring(DOWNLOADS.length())).map(Answer::json);
    }
    return Optional.ofNullable(files.get(decodedPath))
        .map(file -> Answer.json(bodies.computeIfAbsent(decodedPath, _ -> body(file))));
  }

  private Optional<byte[]> downloads(String name) {
    return Optional.ofNullable(downloads.get(name))
        .map(
            count ->
                "{\"downloads\":%s,\"start\":\"2026-10-01\",\"end\":\"2026-10-31\",\"package\":\"%s\"}"
                    .formatted(count, name)
                    .getBytes(StandardCharsets.UTF_8));
  }

  private byte[] body(Path file) {
    try {
      return Files.readString(file)
          .replace("{{registry}}", registryUrl)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of a folder's files: {@code @scope/name}, {@code name@version}. */
  private List<String> addAll(Path folder, String prefix) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> json = found.filter(file -> file.toString().endsWith(".json")).toList();
      List<String> keys = json.stream().map(file -> key(folder, file)).toList();
      for (int i = 0; i < json.size(); i++) {
        files.put(prefix + keys.get(i), json.get(i));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Path folder, Path file) {
    String relative = folder.relativize(file).toString();
    return relative.substring(0, relative.length() - ".json".length());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> line.contains("\t")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
