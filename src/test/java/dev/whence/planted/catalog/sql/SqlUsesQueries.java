package dev.whence.planted.catalog.sql;

/** Planted: catalog.sql uses catalog.read. */
final class SqlUsesQueries {
  private SqlUsesQueries() {}

  static void use() {
    dev.whence.planted.catalog.read.RoomTarget.use();
  }
}
