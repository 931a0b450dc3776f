package dev.whence.registry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request failed in a way that may pass. */
final class RetryLaterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration wait;

  RetryLaterException(String message, @Nullable Duration wait) {
    super(message);
    this.wait = wait;
  }

  /** What the server asked us to wait; null where it did not. */
  @Nullable Duration waitAsked() {
    return wait;
  }
}
