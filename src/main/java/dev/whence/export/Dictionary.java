package dev.whence.export;

import java.util.List;

/** Describes a data set's columns, as a file beside it and as the table in the documentation. */
final class Dictionary {

  /** The dictionary's own columns. */
  static final List<Column<Entry>> COLUMNS =
      List.of(
          Column.of("column", Column.Type.TEXT, "The column's name.", Entry::column),
          Column.of("type", Column.Type.WORD, "How its cells are written.", Entry::type),
          Column.of("description", Column.Type.TEXT, "What it says.", Entry::description));

  private Dictionary() {}

  /** One column of a data set. */
  record Entry(String column, String type, String description) {}

  static <R> List<Entry> of(List<Column<R>> columns) {
    return columns.stream()
        .map(column -> new Entry(column.name(), column.type().title(), column.description()))
        .toList();
  }

  /** The table in Markdown. */
  static String markdown(List<Entry> entries) {
    StringBuilder table = new StringBuilder("| column | type | |\n|---|---|---|\n");
    for (Entry entry : entries) {
      table.append(
          "| `%s` | %s | %s |\n".formatted(entry.column(), entry.type(), entry.description()));
    }
    return table.toString();
  }
}
