package dev.whence.planted.verify;

/** Planted: what others use. */
public final class Target {
  private Target() {}

  /** Does nothing. */
  public static void use() {}
}
