package dev.whence.demo;

import com.google.common.hash.Hashing;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pseudo-random draws from a seed, a purpose and a number. A million packages take some hundred
 * million of them, so each costs a few nanoseconds.
 */
final class Chance {

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(String seed, String purpose, long number) {
    long hash =
        Hashing.farmHashFingerprint64()
            .newHasher()
            .putUnencodedChars(seed)
            .putChar('/')
            .putUnencodedChars(purpose)
            .putLong(number)
            .hash()
            .asLong();
    return new Chance(new SplittableRandom(hash));
  }

  /** From 0 up to, not including, the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From 0 up to, not including, the bound. */
  long below(long bound) {
    return random.nextLong(bound);
  }

  /** From 0 up to, not including, 1. */
  double fraction() {
    return random.nextDouble();
  }

  /** True in this many of a hundred draws. */
  boolean percent(double share) {
    return fraction() * 100 < share;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /**
   * A number that is mostly small, and sometimes very large.
   *
   * @param median half of the draws are smaller
   * @param spread standard deviation of the draws' logarithms
   */
  int heavyTailed(double median, double spread, int most) {
    double drawn = StrictMath.exp(StrictMath.log(median) + spread * random.nextGaussian());
    return (int) Math.min(most, Math.round(drawn));
  }
}
