package dev.whence.registry.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request failed, and a later try may succeed. The message continues the name of the server. */
public final class RetryLaterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration waitAsked;

  private RetryLaterException(String message, Duration waitAsked, @Nullable Throwable cause) {
    super(message, cause);
    this.waitAsked = waitAsked;
  }

  /**
   * The server refused for now.
   *
   * @param waitAsked zero if it did not say for how long
   */
  static RetryLaterException refused(String message, Duration waitAsked) {
    return new RetryLaterException(message, waitAsked, null);
  }

  /** The answer did not come, or was incomplete. */
  static RetryLaterException broken(String message, Throwable cause) {
    return new RetryLaterException(message, Duration.ZERO, cause);
  }

  /** How long the server asked us to wait; zero if it did not. */
  public Duration waitAsked() {
    return waitAsked;
  }

  /**
   * What happened, in a sentence.
   *
   * @param who was asked: {@code The registry}
   */
  public String sentence(String who) {
    @Nullable MalformedAnswerException malformed = malformed();
    return malformed == null
        ? who + " " + getMessage() + "."
        : who + " sent no usable answer: " + malformed.getMessage() + ".";
  }

  /** The complete but malformed body of the last try; absent after any other failure. */
  public @Nullable MalformedAnswerException malformed() {
    return getCause() instanceof MalformedAnswerException malformed ? malformed : null;
  }
}
