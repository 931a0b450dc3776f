package dev.whence.web.reference;

import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference of the JSON API. */
public record ReferenceView(
    Frame frame, String description, List<Operation> operations, List<Shape> shapes) {

  /**
   * One path.
   *
   * @param example the path with its parameters filled
   * @param parameters none where they are those of another path
   * @param table the path whose answer this one gives as a table; absent where it is none
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
      @Nullable Table table,
      @Nullable String answer,
      String mediaType) {}

  /**
   * That a path answers what another one does, as a table.
   *
   * @param without the parameters of the other path that it does not have
   */
  public record Table(String id, String path, Sentence without) {}

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
