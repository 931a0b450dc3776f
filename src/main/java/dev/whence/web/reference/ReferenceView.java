package dev.whence.web.reference;

import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reference of the JSON API.
 *
 * @param server the address by which the request came: {@code http://localhost:8080}
 * @param paging the parameters that every list takes
 */
public record ReferenceView(
    Frame frame,
    String server,
    String description,
    List<Parameter> paging,
    List<Operation> operations,
    List<Shape> shapes) {

  /**
   * One path.
   *
   * @param example the path with its parameters filled
   * @param isPaged whether it also takes the parameters for paging
   * @param table the path with the same answer as JSON, whose parameters this table takes; absent
   *     if this is not a table
   * @param answer the name of its answer's schema; absent if the answer is not JSON
   * @param mediaType of the answer
   */
  public record Operation(
      String id,
      String path,
      String example,
      String summary,
      String description,
      List<Parameter> parameters,
      boolean isPaged,
      @Nullable Table table,
      @Nullable String answer,
      String mediaType) {}

  /** The path with the same answer as JSON. */
  public record Table(String id, String path) {}

  /**
   * A parameter of a path or query.
   *
   * @param isInPath whether it is a part of the path; otherwise of the query
   * @param kind its possible values
   */
  public record Parameter(String name, boolean isInPath, Sentence kind, String description) {}

  /** The schema of an answer, or of a part of one. */
  public record Shape(String name, String description, List<Field> fields) {}

  /**
   * A field of a schema.
   *
   * @param kind its possible values, with a link to its schema
   */
  public record Field(String name, Sentence kind, String description) {}
}
