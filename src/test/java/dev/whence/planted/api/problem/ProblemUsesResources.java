package dev.whence.planted.api.problem;

/** Planted: api.problem uses api.v1. */
final class ProblemUsesResources {
  private ProblemUsesResources() {}

  static void use() {
    dev.whence.planted.api.v1.RoomTarget.use();
  }
}
