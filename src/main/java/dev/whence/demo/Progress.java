package dev.whence.demo;

/** Gets the progress of a registry's preparation, from several threads. */
@FunctionalInterface
public interface Progress {

  /** Ignores the progress. */
  Progress NONE = (_, _) -> {};

  /**
   * This many more packages are prepared.
   *
   * @param total of all
   */
  void prepared(int more, int total);
}
