package dev.whence.registry.npm;

import java.util.List;

/** What asking for downloads gave. */
public sealed interface DownloadsFetch {

  /** Those of the names that are known. */
  record Found(List<Downloads> downloads) implements DownloadsFetch {}

  /** It may work later. */
  record Failed(String reason) implements DownloadsFetch {}
}
