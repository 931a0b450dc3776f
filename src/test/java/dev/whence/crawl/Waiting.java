package dev.whence.crawl;

import java.util.function.BooleanSupplier;

/** For what other threads bring about; the test's own timeout is the limit. */
final class Waiting {

  private Waiting() {}

  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
