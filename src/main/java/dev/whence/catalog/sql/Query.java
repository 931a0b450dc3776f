package dev.whence.catalog.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement with its parameters in the order in which the text has them. */
public final class Query {

  private final Connection connection;
  private final String text;
  private final List<Parameter> parameters = new ArrayList<>();

  private Query(Connection connection, String text) {
    this.connection = connection;
    this.text = text;
  }

  /** Binds itself from an index on; gives the next one. */
  @FunctionalInterface
  private interface Parameter {
    int bind(PreparedStatement statement, int index) throws SQLException;
  }

  /** Makes a result of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  /** Takes a row. */
  @FunctionalInterface
  public interface RowConsumer {
    void accept(Row row) throws SQLException;
  }

  public static Query of(Connection connection, String text) {
    return new Query(connection, text);
  }

  public Query with(@Nullable String value) {
    return add((statement, index) -> statement.setString(index, Clean.text(value)));
  }

  public Query with(@Nullable Enum<?> value) {
    return with(value == null ? null : value.name());
  }

  public Query with(@Nullable Instant value) {
    @Nullable Instant time = Clean.time(value);
    return add(
        (statement, index) ->
            statement.setObject(
                index,
                time == null ? null : time.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE));
  }

  public Query with(@Nullable Long value) {
    return add((statement, index) -> statement.setObject(index, value, Types.BIGINT));
  }

  public Query with(long value) {
    return add((statement, index) -> statement.setLong(index, value));
  }

  public Query with(boolean value) {
    return add((statement, index) -> statement.setBoolean(index, value));
  }

  public Query with(byte @Nullable [] value) {
    return add((statement, index) -> statement.setBytes(index, value));
  }

  /** The batch whose {@link Batch#into} made the text. */
  public Query with(Batch<?> batch) {
    parameters.add((statement, index) -> batch.bind(connection, statement, index));
    return this;
  }

  public Query with(List<String> values) {
    return add(
        (statement, index) ->
            statement.setArray(
                index,
                connection.createArrayOf("text", values.stream().map(Clean::text).toArray())));
  }

  /** Sets one parameter. */
  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement, int index) throws SQLException;
  }

  private Query add(Setter setter) {
    parameters.add(
        (statement, index) -> {
          setter.set(statement, index);
          return index + 1;
        });
    return this;
  }

  /** Gives how many rows changed. */
  public int update() throws SQLException {
    try (PreparedStatement statement = prepare()) {
      return statement.executeUpdate();
    }
  }

  public <T> List<T> list(Mapper<T> mapper) throws SQLException {
    List<T> found = new ArrayList<>();
    each(0, row -> found.add(mapper.map(row)));
    return found;
  }

  public <T> Optional<T> first(Mapper<T> mapper) throws SQLException {
    return list(mapper).stream().findFirst();
  }

  /** Hands on row by row; {@code fetchSize} rows at a time are in memory, all of them for 0. */
  public void each(int fetchSize, RowConsumer consumer) throws SQLException {
    try (PreparedStatement statement = prepare()) {
      statement.setFetchSize(fetchSize);
      try (ResultSet rows = statement.executeQuery()) {
        Row row = new Row(rows);
        while (rows.next()) {
          consumer.accept(row);
        }
      }
    }
  }

  private PreparedStatement prepare() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      int index = 1;
      for (Parameter parameter : parameters) {
        index = parameter.bind(statement, index);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }
}
