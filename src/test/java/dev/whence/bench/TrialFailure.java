package dev.whence.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;

/** What was to be proved does not hold. */
final class TrialFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private TrialFailure(String message) {
    super(message);
  }

  /** Fails unless the condition holds. */
  @FormatMethod
  static void unless(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new TrialFailure(message.formatted(values));
    }
  }

  /** Fails where a catalog differs from the one that was expected. */
  static void unlessSame(List<String> differences) {
    if (!differences.isEmpty()) {
      throw new TrialFailure("the catalogs differ:\n" + String.join("\n", differences));
    }
  }
}
