package dev.whence.catalog.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.bundle.Attestation.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The jsonb columns: short lists that are always read as a whole. */
public final class JsonColumns {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonColumns() {}

  public static String checks(List<Check> checks) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Check check : checks) {
      ObjectNode node =
          array
              .addObject()
              .put("kind", check.kind().name())
              .put("status", check.status().name())
              .put("reason", Clean.text(check.reason()));
      if (check.missing() != null) {
        node.set("missing", node(check.missing()));
      }
    }
    return array.toString();
  }

  /** The thing that a check lacks, as JSON in a list of checks; null if it lacks nothing. */
  public static @Nullable String missing(@Nullable MissingTrust missing) {
    return missing == null ? null : node(missing).toString();
  }

  private static ObjectNode node(MissingTrust missing) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("kind", missing.kind().name())
            .put("id", Clean.text(missing.id()));
    @Nullable Instant judgedAfter = Clean.time(missing.judgedAfter());
    return judgedAfter == null ? node : node.put("judgedAfter", judgedAfter.toString());
  }

  /** Reads the JSON of {@link #missing(Missing)}. */
  public static @Nullable MissingTrust missing(@Nullable String json) {
    return json == null ? null : missing(read(json));
  }

  private static @Nullable MissingTrust missing(JsonNode node) {
    @Nullable String judgedAfter = node.path("judgedAfter").textValue();
    return node.isObject()
        ? new MissingTrust(
            MissingTrust.Kind.valueOf(node.path("kind").asText()),
            node.path("id").asText(),
            judgedAfter == null ? null : Instant.parse(judgedAfter))
        : null;
  }

  public static List<Check> checks(String json) {
    List<Check> checks = new ArrayList<>();
    for (JsonNode check : read(json)) {
      checks.add(
          new Check(
              CheckKind.valueOf(check.path("kind").asText()),
              CheckStatus.valueOf(check.path("status").asText()),
              check.path("reason").asText(),
              missing(check.path("missing"))));
    }
    return checks;
  }

  public static String subjects(List<Subject> subjects) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Subject subject : subjects) {
      ObjectNode node = array.addObject().put("name", Clean.text(subject.name()));
      @Nullable Sha512 sha512 = subject.sha512();
      if (sha512 != null) {
        node.put("sha512", sha512.hex());
      }
    }
    return array.toString();
  }

  public static List<Subject> subjects(String json) {
    List<Subject> subjects = new ArrayList<>();
    for (JsonNode subject : read(json)) {
      subjects.add(
          new Subject(
              subject.path("name").asText(),
              Sha512.parseHex(subject.path("sha512").asText()).orElse(null)));
    }
    return subjects;
  }

  public static String extensions(Map<Integer, String> extensions) {
    ObjectNode node = MAPPER.createObjectNode();
    new TreeMap<>(extensions)
        .forEach((number, value) -> node.put(number.toString(), Clean.text(value)));
    return node.toString();
  }

  public static Map<Integer, String> extensions(String json) {
    Map<Integer, String> extensions = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : read(json).properties()) {
      extensions.put(Integer.valueOf(member.getKey()), member.getValue().asText());
    }
    return extensions;
  }

  public static String tags(SortedMap<String, String> tags) {
    ObjectNode node = MAPPER.createObjectNode();
    tags.forEach(node::put);
    return node.toString();
  }

  public static SortedMap<String, String> tags(String json) {
    SortedMap<String, String> tags = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : read(json).properties()) {
      tags.put(member.getKey(), member.getValue().asText());
    }
    return tags;
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a jsonb column holds something else", e);
    }
  }
}
