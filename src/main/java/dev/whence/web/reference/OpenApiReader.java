package dev.whence.web.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.web.reference.ReferenceView.Field;
import dev.whence.web.reference.ReferenceView.Operation;
import dev.whence.web.reference.ReferenceView.Parameter;
import dev.whence.web.reference.ReferenceView.Shape;
import dev.whence.web.reference.ReferenceView.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI document (JSON) for the reference page. */
final class OpenApiReader {

  private static final String TABLE = ".csv";

  /** Parameters of every list, which are explained only once. */
  private static final Set<String> PAGING = Set.of("limit", "pageToken");

  private final JsonNode document;
  private final OpenApiTypes types;

  OpenApiReader(JsonNode document) {
    this.document = document;
    this.types = new OpenApiTypes(document.path("components").path("schemas"));
  }

  String description() {
    return document.path("info").path("description").asText();
  }

  List<Operation> operations() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      Operation read = operation(path.getKey(), path.getValue().path("get"));
      @Nullable Operation listed =
          path.getKey().endsWith(TABLE) ? operations.get(path.getKey().replace(TABLE, "")) : null;
      operations.put(
          path.getKey(),
          listed == null || !listed.parameters().equals(read.parameters())
              ? read
              : asTable(read, listed));
    }
    return List.copyOf(operations.values());
  }

  List<Parameter> paging() {
    Map<String, Parameter> paging = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Parameter parameter : parameters(path.getValue().path("get").path("parameters"))) {
        if (PAGING.contains(parameter.name())) {
          paging.putIfAbsent(parameter.name(), parameter);
        }
      }
    }
    return List.copyOf(paging.values());
  }

  private Operation operation(String path, JsonNode operation) {
    Map.Entry<String, JsonNode> content =
        operation.path("responses").path("200").path("content").properties().iterator().next();
    List<Parameter> parameters = parameters(operation.path("parameters"));
    List<Parameter> own = parameters.stream().filter(p -> !PAGING.contains(p.name())).toList();
    return new Operation(
        operation.path("operationId").asText(),
        path,
        example(path, operation.path("parameters")),
        operation.path("summary").asText(),
        operation.path("description").asText(),
        own,
        own.size() < parameters.size(),
        null,
        types.shape(content.getValue().path("schema")),
        content.getKey().replaceAll(";.*", ""));
  }

  /** Parameters that are already explained at the list's own path are left out. */
  private static Operation asTable(Operation table, Operation listed) {
    return new Operation(
        table.id(),
        table.path(),
        table.example(),
        table.summary(),
        table.description(),
        List.of(),
        table.isPaged(),
        new Table(listed.id(), listed.path()),
        table.answer(),
        table.mediaType());
  }

  /** The path with the examples of the document; a parameter without an example is in capitals. */
  private static String example(String path, JsonNode parameters) {
    String filled = path;
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      String value = parameter.path("example").asText();
      if (parameter.path("in").asText().equals("path")) {
        filled =
            filled.replace(
                "{" + name + "}", value.isEmpty() ? name.toUpperCase(Locale.ROOT) : value);
      } else if (!value.isEmpty()) {
        query.add(name + "=" + value);
      }
    }
    return filled
        + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
  }

  /** All schemas with fields. Simple values are described at their use. */
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
              parameter.path("in").asText().equals("path"),
              types.kind(parameter.path("schema")),
              parameter.path("description").asText()));
    }
    return parameters;
  }

  private List<Field> fields(JsonNode properties) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode schema = property.getValue();
      fields.add(
          new Field(property.getKey(), types.kind(schema), schema.path("description").asText()));
    }
    return fields;
  }
}
