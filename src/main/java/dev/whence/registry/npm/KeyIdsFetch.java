package dev.whence.registry.npm;

import java.util.Set;

/** What asking a registry for its signing keys gave. */
public sealed interface KeyIdsFetch {

  /** Their ids, bounded; none where the registry has no list of keys. */
  record Found(Set<String> ids) implements KeyIdsFetch {
    public Found {
      ids = Set.copyOf(ids);
    }
  }

  /** There was no list to be had; the reason is a sentence. */
  record Failed(String reason) implements KeyIdsFetch {}
}
