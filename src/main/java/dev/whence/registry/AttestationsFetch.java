package dev.whence.registry;

/** What asking for a version's attestations gave. */
public sealed interface AttestationsFetch {

  /** The address that was asked. */
  String url();

  /** A body, as served. */
  record Found(String url, byte[] body) implements AttestationsFetch {}

  /** The registry answers that there is none. */
  record Missing(String url) implements AttestationsFetch {}

  /** The body breaks our limits. */
  record Unreadable(String url, String reason) implements AttestationsFetch {}

  /** It may work later. */
  record Failed(String url, String reason) implements AttestationsFetch {}
}
