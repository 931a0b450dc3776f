package dev.whence.catalog.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement with its parameters, which the text names as {@code :name}. */
public final class Query {

  private final Connection connection;
  private final String text;
  private final Map<String, Setter> values = new HashMap<>();

  private Query(Connection connection, String text) {
    this.connection = connection;
    this.text = text;
  }

  /** Sets one parameter. */
  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement, int index) throws SQLException;
  }

  /** Makes a result from a row. */
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

  public Query with(String name, @Nullable String value) {
    return add(name, (statement, index) -> statement.setString(index, Clean.text(value)));
  }

  public Query with(String name, @Nullable Enum<?> value) {
    return with(name, value == null ? null : value.name());
  }

  public Query with(String name, @Nullable Instant value) {
    @Nullable Instant time = Clean.time(value);
    return add(
        name,
        (statement, index) ->
            statement.setObject(
                index,
                time == null ? null : time.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE));
  }

  public Query with(String name, @Nullable Long value) {
    return add(name, (statement, index) -> statement.setObject(index, value, Types.BIGINT));
  }

  public Query with(String name, long value) {
    return add(name, (statement, index) -> statement.setLong(index, value));
  }

  public Query with(String name, boolean value) {
    return add(name, (statement, index) -> statement.setBoolean(index, value));
  }

  public Query with(String name, byte @Nullable [] value) {
    return add(name, (statement, index) -> statement.setBytes(index, value));
  }

  public Query with(String name, List<String> values) {
    return array(name, "text", values.stream().map(Clean::text).toArray());
  }

  /** The batch whose {@link Batch#into} made the text. */
  public Query with(Batch<?> batch) {
    batch.bind(this);
    return this;
  }

  Query array(String name, String type, @Nullable Object[] elements) {
    return add(
        name,
        (statement, index) -> statement.setArray(index, connection.createArrayOf(type, elements)));
  }

  private Query add(String name, Setter setter) {
    if (values.put(name, setter) != null) {
      throw new IllegalStateException(name + " has two values: " + text);
    }
    return this;
  }

  /** Returns the number of changed rows. */
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

  /**
   * Passes the rows on one by one. At most {@code fetchSize} rows are in memory at a time; 0 means
   * all.
   */
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
    NamedText named = NamedText.of(text);
    named.check(values.keySet());
    PreparedStatement statement = connection.prepareStatement(named.forDriver());
    try {
      int index = 1;
      for (String name : named.names()) {
        Objects.requireNonNull(values.get(name)).set(statement, index++);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }
}
