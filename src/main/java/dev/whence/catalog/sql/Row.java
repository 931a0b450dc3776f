package dev.whence.catalog.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a result, by column name. */
public final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return present(column, optionalText(column));
  }

  public @Nullable String optionalText(String column) throws SQLException {
    return rows.getString(column);
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  public <E extends Enum<E>> @Nullable E optionalConstant(String column, Class<E> type)
      throws SQLException {
    @Nullable String name = optionalText(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  public Instant time(String column) throws SQLException {
    return present(column, optionalTime(column));
  }

  public @Nullable Instant optionalTime(String column) throws SQLException {
    @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  public int integer(String column) throws SQLException {
    return rows.getInt(column);
  }

  public @Nullable Long optionalNumber(String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? null : value;
  }

  public boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  public byte[] bytes(String column) throws SQLException {
    return present(column, rows.getBytes(column));
  }

  byte @Nullable [] optionalBytes(String column) throws SQLException {
    return rows.getBytes(column);
  }

  public @Nullable String optionalHex(String column) throws SQLException {
    byte @Nullable [] bytes = optionalBytes(column);
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  public String hex(String column) throws SQLException {
    return HexFormat.of().formatHex(bytes(column));
  }

  public List<String> texts(String column) throws SQLException {
    @Nullable Array array = rows.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(column + " is null");
    }
    return value;
  }
}
