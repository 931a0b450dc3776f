package dev.whence.registry;

import java.io.IOException;

/**
 * A body arrived whole and is not the JSON that it should be. Worth another try: proxies and
 * overloaded servers send such things, and the next answer is right.
 */
final class MalformedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient byte[] body;

  /**
   * A malformed body.
   *
   * @param body empty where it was read as a stream
   */
  MalformedAnswerException(String message, byte[] body) {
    super(message);
    this.body = body;
  }

  byte[] body() {
    return body;
  }
}
