package dev.whence.export;

/**
 * An export that cannot be made, for a reason that the user can correct; the message says which.
 */
public final class ExportException extends Exception {
  private static final long serialVersionUID = 1L;

  ExportException(String message) {
    super(message);
  }
}
