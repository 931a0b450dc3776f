package dev.whence.registry.npm;

import java.time.Duration;

/** The result of a request for a version's attestations. */
public sealed interface AttestationsFetch {

  /** The requested address. */
  String url();

  /** A JSON document, as served. */
  record Found(String url, byte[] body) implements AttestationsFetch {}

  /** The registry answers 404. */
  record Missing(String url) implements AttestationsFetch {}

  /** The registry refuses to serve it; the reason is a sentence. */
  record Refused(String url, String reason) implements AttestationsFetch {}

  /**
   * There was no usable answer; a later try may succeed.
   *
   * @param reason a sentence
   * @param waitAsked how long the registry asked us to wait; zero if it did not
   */
  record Failed(String url, String reason, Duration waitAsked) implements AttestationsFetch {}
}
