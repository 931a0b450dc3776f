package dev.whence.web.adoption;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis of a chart of counts: from zero to a round number, with a line at every step.
 *
 * @param step 1, 2 or 5 times a power of ten, so that people can read between the lines
 * @param top the first multiple of the step that no count exceeds
 */
record Scale(long step, long top) {

  private static final int MAX_STEPS = 5;

  /** For counts up to {@code max}. */
  static Scale upTo(long max) {
    long step = 1;
    for (int i = 0; step * MAX_STEPS < max; i++) {
      // 1, 2, 5, 10, 20, 50 …
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return new Scale(step, Math.max(1, Math.ceilDiv(max, step)) * step);
  }

  /** The values of the lines. */
  List<Long> values() {
    List<Long> values = new ArrayList<>();
    for (long value = 0; value <= top; value += step) {
      values.add(value);
    }
    return values;
  }
}
