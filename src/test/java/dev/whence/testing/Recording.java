package dev.whence.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recorded npm registry beside the project, read in place. */
public final class Recording {

  private static final String FOLDER = "npm";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Recording() {}

  /** Skips the test where the recording is absent; gives its folder otherwise. */
  public static Path root() {
    return Shared.folder(FOLDER);
  }

  public static boolean isPresent() {
    return Shared.isPresent(FOLDER);
  }

  public static boolean isRecorded(String packageName) {
    return Files.isRegularFile(root().resolve("packuments/" + packageName + ".json"));
  }

  public static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode packument(String name) {
    try {
      return MAPPER.readTree(bytes("packuments/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of index.tsv of one set, each by column name. */
  public static List<Map<String, String>> index(String set) {
    List<String> lines =
        new String(bytes("index.tsv"), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    List<String> columns = List.of(lines.getFirst().split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), values[i]);
      }
      if (set.equals(row.get("set"))) {
        rows.add(row);
      }
    }
    return rows;
  }
}
