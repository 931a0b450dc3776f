package dev.whence.registry.npm;

/** The registry's answer is JSON, but no packument of the package that was asked for. */
public final class NotAPackumentException extends Exception {

  private static final long serialVersionUID = 1L;

  NotAPackumentException(String message) {
    super(message);
  }
}
