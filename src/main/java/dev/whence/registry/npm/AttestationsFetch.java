package dev.whence.registry.npm;

import java.time.Duration;

/** What asking for a version's attestations gave. */
public sealed interface AttestationsFetch {

  /** The address that was asked. */
  String url();

  /** A JSON document, as served. */
  record Found(String url, byte[] body) implements AttestationsFetch {}

  /** The registry answers that there is none. */
  record Missing(String url) implements AttestationsFetch {}

  /** The registry refuses to serve it; the reason is a sentence. */
  record Refused(String url, String reason) implements AttestationsFetch {}

  /**
   * There was no answer that says anything; it may come later.
   *
   * @param reason a sentence
   * @param waitAsked what the registry asked us to wait; zero where it did not
   */
  record Failed(String url, String reason, Duration waitAsked) implements AttestationsFetch {}
}
