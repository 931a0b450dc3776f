package dev.whence.provenance;

/** Bytes from outside are not what they should be; the message is for people. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message);
  }
}
