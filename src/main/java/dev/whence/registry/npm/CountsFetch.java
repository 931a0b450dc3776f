package dev.whence.registry.npm;

/** What asking for the package {@code download-counts} gave. */
public sealed interface CountsFetch {

  /** Its counts, in a file that is deleted when it is closed. */
  record Found(CountsFile file) implements CountsFetch {}

  /** Nothing newer than what we have, or the registry has no such package. */
  record NothingNew() implements CountsFetch {}

  /** It may work later. */
  record Failed(String reason) implements CountsFetch {}
}
