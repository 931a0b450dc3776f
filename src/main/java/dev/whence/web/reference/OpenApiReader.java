package dev.whence.web.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.web.reference.ReferenceView.Field;
import dev.whence.web.reference.ReferenceView.Operation;
import dev.whence.web.reference.ReferenceView.Parameter;
import dev.whence.web.reference.ReferenceView.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI document, in JSON, into what the reference shows. */
final class OpenApiReader {

  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode document;

  OpenApiReader(JsonNode document) {
    this.document = document;
  }

  String description() {
    return document.path("info").path("description").asText();
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode operation = path.getValue().path("get");
      Map.Entry<String, JsonNode> content =
          operation.path("responses").path("200").path("content").properties().iterator().next();
      operations.add(
          new Operation(
              operation.path("operationId").asText(),
              path.getKey(),
              operation.path("summary").asText(),
              operation.path("description").asText(),
              parameters(operation.path("parameters")),
              shape(content.getValue().path("schema")),
              content.getKey()));
    }
    return operations;
  }

  /** Everything with fields; plain words are described where they are used. */
  List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema :
        document.path("components").path("schemas").properties()) {
      if (schema.getValue().has("properties")) {
        shapes.add(
            new Shape(
                schema.getKey(),
                schema.getValue().path("description").asText(),
                fields(schema.getValue().path("properties"))));
      }
    }
    return shapes;
  }

  private List<Parameter> parameters(JsonNode listed) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : listed) {
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              type(parameter.path("schema")),
              parameter.path("description").asText()));
    }
    return parameters;
  }

  private List<Field> fields(JsonNode properties) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode schema = property.getValue();
      fields.add(
          new Field(
              property.getKey(), type(schema), shape(schema), schema.path("description").asText()));
    }
    return fields;
  }

  /** The name of a schema with fields that this one, its items or its values have. */
  private @Nullable String shape(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().substring(SCHEMAS.length());
      return named(name).has("properties") ? name : null;
    }
    if (schema.has("items")) {
      return shape(schema.path("items"));
    }
    return schema.has("anyOf") ? shape(schema.path("anyOf").path(0)) : null;
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      JsonNode named = named(schema.path("$ref").asText().substring(SCHEMAS.length()));
      return named.has("properties") ? "object" : type(named);
    }
    if (schema.has("anyOf")) {
      return type(schema.path("anyOf").path(0)) + " or null";
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.path("enum").forEach(word -> words.add(word.asText()));
      return "one of " + String.join(", ", words) + orNull(schema);
    }
    if (schema.has("additionalProperties")) {
      return "object of counts by word";
    }
    return plain(schema);
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

  private JsonNode named(String name) {
    return document.path("components").path("schemas").path(name);
  }
}
