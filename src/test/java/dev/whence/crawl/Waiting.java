package dev.whence.crawl;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For what other threads bring about; the test's own timeout is the limit. */
public final class Waiting {

  private Waiting() {}

  public static void await(BooleanSupplier condition) {
    awaitNone(() -> condition.getAsBoolean() ? List.of() : List.of("the condition does not hold"));
  }

  /** Until nothing is left; a failure says what was. */
  static void awaitNone(Supplier<List<String>> left) {
    List<String> undone = left.get();
    while (!undone.isEmpty()) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError("still waiting: " + undone, e);
      }
      undone = left.get();
    }
  }
}
