package dev.whence.web.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.web.ui.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words which values are possible. */
final class OpenApiTypes {

  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode schemas;

  OpenApiTypes(JsonNode schemas) {
    this.schemas = schemas;
  }

  /**
   * The possible values of the schema: {@code list of Check}, {@code day or month (default month)},
   * with a link to its schema.
   */
  Sentence kind(JsonNode schema) {
    return range(
        schema.has("$ref")
            ? named(schema)
            : schema.has("anyOf")
                ? kind(schema.path("anyOf").path(0)).and(Sentence.of(" or null"))
                : own(schema),
        schema);
  }

  /** The name of the schema with fields that this schema, its items or its values use. */
  @Nullable String shape(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = name(schema);
      return schemas.path(name).has("properties") ? name : null;
    }
    if (schema.has("items")) {
      return shape(schema.path("items"));
    }
    return schema.has("anyOf") ? shape(schema.path("anyOf").path(0)) : null;
  }

  /** {@code a, b or c}, each a value. */
  private static Sentence words(List<String> values) {
    Sentence.Writer out = Sentence.write();
    for (int i = 0; i < values.size(); i++) {
      out.words(i == 0 ? "" : i == values.size() - 1 ? " or " : ", ").name(values.get(i));
    }
    return out.end();
  }

  private Sentence named(JsonNode reference) {
    String name = name(reference);
    JsonNode schema = schemas.path(name);
    return schema.has("properties")
        ? Sentence.write().page("#shape-" + name, name).end()
        : kind(schema);
  }

  private Sentence own(JsonNode schema) {
    if (schema.has("items")) {
      return Sentence.of("list of ").and(kind(schema.path("items")));
    }
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(value.asText()));
      return words(values).and(Sentence.of(orNull(schema)));
    }
    return Sentence.of(
        schema.has("additionalProperties") ? "object of counts by word" : plain(schema));
  }

  private static Sentence range(Sentence kind, JsonNode schema) {
    Sentence.Writer out = Sentence.write();
    if (schema.has("minimum") && schema.has("maximum")) {
      out.words(
          " from " + schema.path("minimum").asText() + " to " + schema.path("maximum").asText());
    }
    if (schema.has("default")) {
      out.words(" (default ").name(schema.path("default").asText()).words(")");
    }
    return kind.and(out.end());
  }

  private static String plain(JsonNode schema) {
    String type =
        schema.path("type").isArray()
            ? schema.path("type").path(0).asText()
            : schema.path("type").asText();
    String format = schema.path("format").asText();
    return (format.startsWith("date") ? format : type) + orNull(schema);
  }

  private static String orNull(JsonNode schema) {
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return " or null";
      }
    }
    return "";
  }

  private static String name(JsonNode reference) {
    return reference.path("$ref").asText().substring(SCHEMAS.length());
  }
}
