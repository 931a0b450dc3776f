package dev.whence.planted.catalog.stray;

/** Planted: a room without arrows. */
final class StrayRoom {
  private StrayRoom() {}
}
