package dev.whence.planted.catalog;

/** Planted: catalog uses catalog.sql. */
final class WordsUseSql {
  private WordsUseSql() {}

  static void use() {
    dev.whence.planted.catalog.sql.RoomTarget.use();
  }
}
