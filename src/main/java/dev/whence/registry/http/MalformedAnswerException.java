package dev.whence.registry.http;

import java.io.IOException;

/**
 * A complete body is not the expected JSON. Another try is useful: proxies and overloaded servers
 * send such answers, and the next one may be right.
 */
public final class MalformedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message) {
    super(message);
  }
}
