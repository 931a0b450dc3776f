package dev.whence.registry.npm;

/** What asking for a page of the changes feed gave. */
public sealed interface ChangesFetch {

  /** A page; one without changes where there is nothing new. */
  record Found(ChangesPage page) implements ChangesFetch {}

  /** There was no page to be had; the reason is a sentence. */
  record Failed(String reason) implements ChangesFetch {}
}
