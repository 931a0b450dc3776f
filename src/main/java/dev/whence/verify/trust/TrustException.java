package dev.whence.verify.trust;

/**
 * Trust material cannot be fetched or read. The message says which and why, for the operator, and
 * can have a path of this machine.
 */
public final class TrustException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String published;

  /** With a message that everybody may read. */
  public TrustException(String message) {
    super(message);
    this.published = message;
  }

  /** With a message and a cause that everybody may read. */
  public TrustException(String message, Throwable cause) {
    this(message, message, cause);
  }

  /**
   * With a message for the operator only.
   *
   * @param published the same without paths
   */
  public TrustException(String message, String published, Throwable cause) {
    super(message, cause);
    this.published = published;
  }

  /** The message for pages and JSON: it has no path of this machine. */
  public String published() {
    return published;
  }
}
