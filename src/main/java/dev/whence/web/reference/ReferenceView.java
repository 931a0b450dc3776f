package dev.whence.web.reference;

import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reference of the JSON API.
 *
 * @param paging the parameters that every list takes
 */
public record ReferenceView(
    Frame frame,
    String description,
    List<Parameter> paging,
    List<Operation> operations,
    List<Shape> shapes) {

  /**
   * One path.
   *
   * @param example the path with its parameters filled
   * @param isPaged whether it takes the parameters for paging, too
   * @param table the path whose answer this one gives as a table, and whose parameters it takes;
   *     absent where it is none
   * @param answer the name of what it answers; absent unless that is JSON
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

  /** A path that another one answers as a table. */
  public record Table(String id, String path) {}

  /**
   * A parameter of a path or query.
   *
   * @param isInPath whether it is a part of the path, and not of the query
   * @param kind what it can be
   */
  public record Parameter(String name, boolean isInPath, Sentence kind, String description) {}

  /** What an answer, or a part of one, looks like. */
  public record Shape(String name, String description, List<Field> fields) {}

  /**
   * A field of a shape.
   *
   * @param kind what it can be, with a link to the shape that it has
   */
  public record Field(String name, Sentence kind, String description) {}
}
