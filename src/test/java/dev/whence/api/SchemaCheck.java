package dev.whence.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares answers with the schemas that describe them: the same fields, types and words. */
final class SchemaCheck {

  private final JsonNode openApi;
  private final Set<String> differences = new LinkedHashSet<>();

  SchemaCheck(JsonNode openApi) {
    this.openApi = openApi;
  }

  List<String> differences() {
    return new ArrayList<>(differences);
  }

  void answer(String path, String request, JsonNode body) {
    JsonNode schema =
        openApi
            .path("paths")
            .path(path)
            .path("get")
            .path("responses")
            .path("200")
            .path("content")
            .path("application/json")
            .path("schema");
    compare(request, schema, body);
  }

  private void compare(String where, JsonNode described, JsonNode value) {
    JsonNode schema = resolve(described);
    if (schema.isMissingNode() || schema.isEmpty()) {
      differences.add(where + ": not described");
    } else if (schema.has("anyOf")) {
      anyOf(where, schema, value);
    } else if (value.isNull()) {
      if (!types(schema).contains("null")) {
        differences.add(where + ": null is not described");
      }
    } else if (value.isObject()) {
      object(where, schema, value);
    } else if (value.isArray()) {
      value.forEach(item -> compare(where + "[]", schema.path("items"), item));
      expect(where, schema, "array");
    } else {
      scalar(where, schema, value);
    }
  }

  private void anyOf(String where, JsonNode schema, JsonNode value) {
    for (JsonNode alternative : schema.path("anyOf")) {
      boolean isNull = alternative.path("type").asText().equals("null");
      if (isNull == value.isNull()) {
        if (!isNull) {
          compare(where, alternative, value);
        }
        return;
      }
    }
    differences.add(where + ": no alternative fits");
  }

  private void object(String where, JsonNode schema, JsonNode value) {
    expect(where, schema, "object");
    if (schema.has("additionalProperties")) {
      value.forEach(item -> compare(where + ".*", schema.path("additionalProperties"), item));
      return;
    }
    Set<String> described = names(schema.path("properties"));
    Set<String> answered = names(value);
    if (!described.equals(answered)) {
      differences.add(where + ": described " + described + ", answered " + answered);
    }
    for (String name : answered) {
      compare(where + "." + name, schema.path("properties").path(name), value.path(name));
    }
  }

  private void scalar(String where, JsonNode schema, JsonNode value) {
    expect(where, schema, value.isTextual() ? "string" : value.isBoolean() ? "boolean" : "integer");
    if (schema.has("enum")) {
      boolean known = false;
      for (JsonNode word : schema.path("enum")) {
        known |= word.equals(value);
      }
      if (!known) {
        differences.add(where + ": " + value + " is none of " + schema.path("enum"));
      }
    }
    try {
      switch (schema.path("format").asText()) {
        case "date-time" -> Instant.parse(value.asText());
        case "date" -> LocalDate.parse(value.asText());
        default -> {
          // No format to hold it to.
        }
      }
    } catch (DateTimeParseException e) {
      differences.add(where + ": " + value + " is no " + schema.path("format"));
    }
  }

  private void expect(String where, JsonNode schema, String type) {
    if (!types(schema).contains(type)) {
      differences.add(where + ": a " + type + ", described as " + types(schema));
    }
  }

  private JsonNode resolve(JsonNode schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    String name = schema.path("$ref").asText().replace("#/components/schemas/", "");
    return openApi.path("components").path("schemas").path(name);
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asText()));
    } else if (type.isTextual()) {
      types.add(type.asText());
    }
    return types;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
