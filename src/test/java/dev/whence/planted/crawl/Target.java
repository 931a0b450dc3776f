package dev.whence.planted.crawl;

/** Planted: what others use. */
public final class Target {
  private Target() {}

  /** Does nothing. */
  public static void use() {}
}
