package dev.whence.planted.web;

/** Planted: what others use. */
public final class Target {
  private Target() {}

  /** Does nothing. */
  public static void use() {}
}
