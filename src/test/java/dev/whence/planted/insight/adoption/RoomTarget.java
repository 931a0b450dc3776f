package dev.whence.planted.insight.adoption;

/** Planted: what other rooms use. */
public final class RoomTarget {
  private RoomTarget() {}

  /** Does nothing. */
  public static void use() {}
}
