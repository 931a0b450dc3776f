package dev.whence.provenance;

/** Bytes from outside are not what they should be; the message is for people. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedException(String message) {
    super(message);
  }
}
