package dev.whence.registry.npm;

/** The result of a request for a page of the changes feed. */
public sealed interface ChangesFetch {

  /** A page; without changes if there is nothing new. */
  record Found(ChangesPage page) implements ChangesFetch {}

  /** There was no page; the reason is a sentence. */
  record Failed(String reason) implements ChangesFetch {}
}
