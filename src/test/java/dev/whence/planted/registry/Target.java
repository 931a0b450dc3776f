package dev.whence.planted.registry;

/** Planted: what others use. */
public final class Target {
  private Target() {}

  /** Does nothing. */
  public static void use() {}
}
