package dev.whence.planted.api.v1.json;

/** Planted: what other rooms use. */
public final class RoomTarget {
  private RoomTarget() {}

  /** Does nothing. */
  public static void use() {}
}
