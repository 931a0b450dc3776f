package dev.whence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packages made from public bug reports ({@code ../shared/reports}), in one of their three
 * phases: a later phase's files stand in place of earlier ones.
 */
final class ReportedFiles implements RegistryFiles {

  private static final String ATTESTATIONS = "/-/npm/v1/attestations/";

  private final Path root;
  private final String registryUrl;
  private volatile Map<String, Path> files;

  ReportedFiles(Path root, String registryUrl) {
    this.root = root;
    this.registryUrl = registryUrl;
    this.files = files(1);
  }

  /** From now on the registry is in this phase, from 1. */
  void phase(int phase) {
    files = files(phase);
  }

  @Override
  public List<String> names() {
    return new TreeSet<>(files.keySet())
        .stream().filter(path -> !path.startsWith("/-/")).map(path -> path.substring(1)).toList();
  }

  @Override
  public Optional<Answer> find(String decodedPath) {
    return Optional.ofNullable(files.get(decodedPath)).map(this::answer);
  }

  /** A first line {@code #status 500 text/html} is the answer's status and type. */
  private Answer answer(Path file) {
    String text = read(file).replace("{{registry}}", registryUrl);
    if (!text.startsWith("#status ")) {
      return Answer.json(text.getBytes(StandardCharsets.UTF_8));
    }
    int end = text.indexOf('\n');
    String[] head = text.substring(0, end < 0 ? text.length() : end).split(" ", -1);
    return new Answer(
        Integer.parseInt(head[1]),
        head.length > 2 ? head[2] : "application/json",
        text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Path> files(int phase) {
    Map<String, Path> found = new HashMap<>();
    found.put("/-/npm/v1/keys", root.resolve("serve/keys.json"));
    for (int p = 1; p <= phase; p++) {
      String behind = p == 1 ? "" : "." + p;
      for (Path reported : children(root)) {
        add(found, reported.resolve("packuments" + behind), "/");
        add(found, reported.resolve("attestations" + behind), ATTESTATIONS);
      }
    }
    return Map.copyOf(found);
  }

  private static void add(Map<String, Path> found, Path folder, String prefix) {
    if (Files.isDirectory(folder)) {
      for (Path file : children(folder)) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        String decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        found.put(prefix + decoded, file);
      }
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return new ArrayList<>(found.sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
