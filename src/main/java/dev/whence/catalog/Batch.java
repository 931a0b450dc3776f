package dev.whence.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, sent as one array a column: however many rows, it is one round trip.
 *
 * @param <R> a row
 */
final class Batch<R> {

  private final List<R> rows;
  private final List<Column<R>> columns = new ArrayList<>();

  private Batch(List<R> rows) {
    this.rows = rows;
  }

  private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {}

  static <R> Batch<R> of(List<R> rows) {
    return new Batch<>(rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Batch<R> text(String name, Function<R, @Nullable String> value) {
    return add(name, "text", row -> Clean.text(value.apply(row)));
  }

  /** Text that a unique index covers. */
  Batch<R> key(String name, Function<R, @Nullable String> value) {
    return add(name, "text", row -> Clean.optionalKey(value.apply(row)));
  }

  /** Text of our own making, such as JSON: not cut. */
  Batch<R> whole(String name, Function<R, @Nullable String> value) {
    return add(name, "text", value::apply);
  }

  Batch<R> constant(String name, Function<R, ? extends @Nullable Enum<?>> value) {
    return add(
        name,
        "text",
        row -> {
          @Nullable Enum<?> constant = value.apply(row);
          return constant == null ? null : constant.name();
        });
  }

  Batch<R> time(String name, Function<R, @Nullable Instant> value) {
    return add(
        name,
        "timestamptz",
        row -> {
          @Nullable Instant time = Clean.time(value.apply(row));
          return time == null ? null : time.toString();
        });
  }

  Batch<R> number(String name, Function<R, ? extends @Nullable Number> value) {
    return add(name, "int8", value::apply);
  }

  Batch<R> flag(String name, Function<R, @Nullable Boolean> value) {
    return add(name, "bool", value::apply);
  }

  Batch<R> bytes(String name, Function<R, byte @Nullable []> value) {
    return add(name, "bytea", value::apply);
  }

  /** A list of texts a row, as Postgres writes arrays. */
  Batch<R> texts(String name, Function<R, List<String>> value) {
    return add(name, "text", row -> literal(value.apply(row)));
  }

  private Batch<R> add(String name, String type, Function<R, @Nullable Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /** The statement with the batch, named {@code t}, in the place of {@code {rows}}. */
  String into(String statement) {
    return statement.replace("{rows}", table());
  }

  /** Text compares by character, as the catalog's own columns do. */
  private String table() {
    return columns.stream()
            .map(
                c ->
                    c.type().equals("text") ? c.name() + " COLLATE \"C\" AS " + c.name() : c.name())
            .collect(Collectors.joining(", ", "(SELECT ", " FROM "))
        + columns.stream()
            .map(c -> "?::" + c.type() + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")"))
        + columns.stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", " AS u (", ")) AS t"));
  }

  /** Binds the columns from parameter {@code first} on; gives the parameter behind them. */
  int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
    int index = first;
    for (Column<R> column : columns) {
      @Nullable Object[] values = new @Nullable Object[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = column.value().apply(rows.get(i));
      }
      Object array =
          column.type().equals("bytea")
              ? Arrays.copyOf(values, values.length, byte[][].class)
              : values;
      statement.setArray(index++, connection.createArrayOf(column.type(), (Object[]) array));
    }
    return index;
  }

  private static String literal(List<String> texts) {
    return texts.stream()
        .map(text -> String.valueOf(Clean.text(text)))
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
