package dev.whence.registry.npm;

/** The result of a request for the package {@code download-counts}. */
public sealed interface CountsFetch {

  /** Its counts, in a file that is deleted when it is closed. */
  record Found(CountsFile file) implements CountsFetch {}

  /** Nothing newer than what we have, or the registry has no such package. */
  record NothingNew() implements CountsFetch {}

  /** It may work later. */
  record Failed(String reason) implements CountsFetch {}
}
