package dev.whence.web.reference;

import dev.whence.web.ui.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference of the JSON API. */
public record ReferenceView(
    Frame frame, String description, List<Operation> operations, List<Shape> shapes) {

  /**
   * One path.
   *
   * @param answer the name of what it answers; absent unless that is JSON
   * @param mediaType of the answer
   */
  public record Operation(
      String id,
      String path,
      String summary,
      String description,
      List<Parameter> parameters,
      @Nullable String answer,
      String mediaType) {}

  /** A parameter of a path or query. */
  public record Parameter(String name, String place, String type, String description) {}

  /** What an answer, or a part of one, looks like. */
  public record Shape(String name, String description, List<Field> fields) {}

  /**
   * A field of a shape.
   *
   * @param type in words
   * @param shape the shape that it has; absent for plain values
   */
  public record Field(String name, String type, @Nullable String shape, String description) {}
}
