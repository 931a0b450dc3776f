package dev.whence.planted.api.v1.paging;

/** Planted: api.v1.paging uses api.v1.json. */
final class PagingUsesJson {
  private PagingUsesJson() {}

  static void use() {
    dev.whence.planted.api.v1.json.RoomTarget.use();
  }
}
