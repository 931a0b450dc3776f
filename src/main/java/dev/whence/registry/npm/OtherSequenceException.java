package dev.whence.registry.npm;

import java.io.IOException;

/** A changes feed whose sequences are not numbers, so it cannot be npm's. */
final class OtherSequenceException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Such a feed.
   *
   * @param sequence as given, cut
   */
  OtherSequenceException(String sequence) {
    super(
        "The changes feed gives "
            + sequence
            + " as a sequence. Only a feed that counts in numbers, as npm's does, can be followed.");
  }
}
