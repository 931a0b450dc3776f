package dev.whence.catalog.sql;

import java.lang.reflect.Array;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, sent as one array per column: one round trip for any number of rows.
 *
 * @param <R> a row
 */
public final class Batch<R> {

  private final List<R> rows;
  private final List<Column<R>> columns = new ArrayList<>();

  private Batch(List<R> rows) {
    this.rows = rows;
  }

  private record Column<R>(String name, Kind kind, Function<R, @Nullable Object> value) {

    /** The prefix of a batch's parameters; no other parameter begins with it. */
    String parameter() {
      return "t_" + name;
    }
  }

  /** Arrays of these Java types are sent in binary; times are sent as text. */
  private enum Kind {
    TEXT("text", String.class),
    TIME("timestamptz", String.class),
    NUMBER("int8", Long.class),
    FLAG("bool", Boolean.class),
    BYTES("bytea", byte[].class);

    private final String type;
    private final Class<?> element;

    Kind(String type, Class<?> element) {
      this.type = type;
      this.element = element;
    }

    @Nullable Object[] array(int size) {
      return (@Nullable Object[]) Array.newInstance(element, size);
    }
  }

  public static <R> Batch<R> of(List<R> rows) {
    return new Batch<>(rows);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public Batch<R> text(String name, Function<R, @Nullable String> value) {
    return add(name, Kind.TEXT, row -> Clean.text(value.apply(row)));
  }

  /** A text with a unique index. */
  public Batch<R> key(String name, Function<R, @Nullable String> value) {
    return add(name, Kind.TEXT, row -> Clean.optionalKey(value.apply(row)));
  }

  /** A text that Whence wrote, such as JSON: it is not cut. */
  public Batch<R> whole(String name, Function<R, @Nullable String> value) {
    return add(name, Kind.TEXT, value::apply);
  }

  public Batch<R> constant(String name, Function<R, ? extends @Nullable Enum<?>> value) {
    return add(
        name,
        Kind.TEXT,
        row -> {
          @Nullable Enum<?> constant = value.apply(row);
          return constant == null ? null : constant.name();
        });
  }

  public Batch<R> time(String name, Function<R, @Nullable Instant> value) {
    return add(
        name,
        Kind.TIME,
        row -> {
          @Nullable Instant time = Clean.time(value.apply(row));
          return time == null ? null : time.toString();
        });
  }

  public Batch<R> number(String name, Function<R, ? extends @Nullable Number> value) {
    return add(
        name,
        Kind.NUMBER,
        row -> {
          @Nullable Number number = value.apply(row);
          return number == null ? null : number.longValue();
        });
  }

  public Batch<R> flag(String name, Function<R, @Nullable Boolean> value) {
    return add(name, Kind.FLAG, value::apply);
  }

  public Batch<R> bytes(String name, Function<R, byte @Nullable []> value) {
    return add(name, Kind.BYTES, value::apply);
  }

  /** A list of texts per row, in Postgres' form of arrays. */
  public Batch<R> texts(String name, Function<R, List<String>> value) {
    return add(name, Kind.TEXT, row -> literal(value.apply(row)));
  }

  private Batch<R> add(String name, Kind kind, Function<R, @Nullable Object> value) {
    columns.add(new Column<>(name, kind, value));
    return this;
  }

  /** The statement with the batch, named {@code t}, in place of {@code {rows}}. */
  public String into(String statement) {
    return statement.replace("{rows}", table());
  }

  /** Text compares by character, as the catalog's own columns do. */
  private String table() {
    return columns.stream()
            .map(c -> c.kind() == Kind.TEXT ? c.name() + " COLLATE \"C\" AS " + c.name() : c.name())
            .collect(Collectors.joining(", ", "(SELECT ", " FROM "))
        + columns.stream()
            .map(c -> ":" + c.parameter() + "::" + c.kind().type + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")"))
        + columns.stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", " AS u (", ")) AS t"));
  }

  /** One array per column. */
  void bind(Query query) {
    for (Column<R> column : columns) {
      @Nullable Object[] values = column.kind().array(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = column.value().apply(rows.get(i));
      }
      query.array(column.parameter(), column.kind().type, values);
    }
  }

  private static String literal(List<String> texts) {
    StringBuilder literal = new StringBuilder("{");
    for (String text : texts) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      literal.append(Clean.always(text).replace("\\", "\\\\").replace("\"", "\\\""));
      literal.append('"');
    }
    return literal.append('}').toString();
  }
}
