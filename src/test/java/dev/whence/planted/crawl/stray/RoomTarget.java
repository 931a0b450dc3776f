package dev.whence.planted.crawl.stray;

/** Planted: what other rooms use. */
public final class RoomTarget {
  private RoomTarget() {}

  /** Does nothing. */
  public static void use() {}
}
