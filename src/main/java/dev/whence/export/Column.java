package dev.whence.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a data set: its header, its entry in the data dictionary and its values.
 *
 * @param name in the header; it stays once it is published
 * @param value the cell; null where the fact is absent, which makes an empty cell
 */
record Column<R>(String name, Type type, String description, Function<R, @Nullable Object> value) {

  /** How a cell is written. */
  enum Type {
    TEXT("text"),
    /** Decimal digits. */
    INTEGER("integer"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** {@code 2026-11-24}, in UTC. */
    DATE("date"),
    /** {@code 2026-11-24T06:00:00Z}, RFC 3339 in UTC. */
    TIME("time"),
    /** One of a fixed set of words, listed in the description. */
    WORD("word"),
    /** Lower-case hex digits. */
    HEX("hex");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  static <R> Column<R> of(
      String name, Type type, String description, Function<R, @Nullable Object> value) {
    return new Column<>(name, type, description, value);
  }

  /** The same column for rows that contain this column's row, or none. */
  <S> Column<S> in(Function<S, @Nullable R> holder) {
    return new Column<>(
        name,
        type,
        description,
        row -> {
          @Nullable R held = holder.apply(row);
          return held == null ? null : value.apply(held);
        });
  }
}
