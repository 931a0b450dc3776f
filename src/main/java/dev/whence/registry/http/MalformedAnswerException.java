package dev.whence.registry.http;

import java.io.IOException;

/**
 * A body arrived whole and is not the JSON that it should be. Worth another try: proxies and
 * overloaded servers send such things, and the next answer is right.
 */
public final class MalformedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message) {
    super(message);
  }
}
