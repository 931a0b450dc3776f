package dev.whence.registry.npm;

import java.util.List;

/** The result of a request for downloads. */
public sealed interface DownloadsFetch {

  /** The downloads of the known names. */
  record Found(List<Downloads> downloads) implements DownloadsFetch {}

  /** It may work later. */
  record Failed(String reason) implements DownloadsFetch {}
}
