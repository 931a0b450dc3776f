package dev.whence.registry.npm;

/** The registry's answer is JSON, but not a packument of the requested package. */
public final class NotAPackumentException extends Exception {

  private static final long serialVersionUID = 1L;

  NotAPackumentException(String message) {
    super(message);
  }
}
