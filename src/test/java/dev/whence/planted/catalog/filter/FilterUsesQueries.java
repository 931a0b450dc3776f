package dev.whence.planted.catalog.filter;

/** Planted: catalog.filter uses catalog.read. */
final class FilterUsesQueries {
  private FilterUsesQueries() {}

  static void use() {
    dev.whence.planted.catalog.read.RoomTarget.use();
  }
}
