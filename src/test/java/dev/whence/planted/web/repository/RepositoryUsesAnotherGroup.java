package dev.whence.planted.web.repository;

/** Planted: web.repository uses web.home. */
final class RepositoryUsesAnotherGroup {
  private RepositoryUsesAnotherGroup() {}

  static void use() {
    dev.whence.planted.web.home.RoomTarget.use();
  }
}
