package dev.whence.planted.stray;

/** Planted: a package without a place. */
final class Stray {
  private Stray() {}
}
