package dev.whence.cli;

/** An error that the user can correct. Only the message is printed, without a stack trace. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CliException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** An option or an argument that cannot be used: exit code 2. */
  static CliException usage(String message) {
    return new CliException(2, message);
  }

  /** The command is valid and failed: exit code 1. */
  static CliException failure(String message) {
    return new CliException(1, message);
  }

  int exitCode() {
    return exitCode;
  }
}
