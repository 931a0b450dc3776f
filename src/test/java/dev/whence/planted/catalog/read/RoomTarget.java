package dev.whence.planted.catalog.read;

/** Planted: what other rooms use. */
public final class RoomTarget {
  private RoomTarget() {}

  /** Does nothing. */
  public static void use() {}
}
