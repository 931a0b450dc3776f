package dev.whence.demo;

/** Is told how far the preparation of a registry is, by several threads. */
@FunctionalInterface
public interface Progress {

  /** For whoever need not know. */
  Progress NONE = (_, _) -> {};

  /**
   * So many more packages are prepared.
   *
   * @param total of all
   */
  void prepared(int more, int total);
}
