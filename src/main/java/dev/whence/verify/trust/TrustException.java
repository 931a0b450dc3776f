package dev.whence.verify.trust;

/** Trust material cannot be fetched or read; the message says which and why, for the operator. */
public final class TrustException extends Exception {

  private static final long serialVersionUID = 1L;

  public TrustException(String message) {
    super(message);
  }

  public TrustException(String message, Throwable cause) {
    super(message, cause);
  }
}
