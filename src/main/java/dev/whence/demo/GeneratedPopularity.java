package dev.whence.demo;

/** How often packages are downloaded: a power law over their ranks, as on npm. */
final class GeneratedPopularity {

  private static final double DOWNLOADS_OF_THE_FIRST = 200_000_000;
  private static final double EXPONENT = 1.1;

  private GeneratedPopularity() {}

  /**
   * Downloads in a month.
   *
   * @param rank from 0
   */
  static long downloads(int rank) {
    return (long) (DOWNLOADS_OF_THE_FIRST / StrictMath.pow(rank + 1.0, EXPONENT));
  }

  /**
   * A random rank below the bound, popular ones more often: each power of ten is drawn equally
   * often.
   */
  static int rank(Chance chance, int bound) {
    return (int) StrictMath.pow(bound, chance.fraction()) - 1;
  }
}
