package dev.whence.registry.npm;

import java.util.Set;

/** The result of a request for a registry's signing keys. */
public sealed interface KeyIdsFetch {

  /** Their ids, cut; none if the registry has no list of keys. */
  record Found(Set<String> ids) implements KeyIdsFetch {
    public Found {
      ids = Set.copyOf(ids);
    }
  }

  /** There was no list; the reason is a sentence. */
  record Failed(String reason) implements KeyIdsFetch {}
}
