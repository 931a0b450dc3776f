package dev.whence.registry.npm;

import dev.whence.provenance.Packument;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of a request for a packument. */
public sealed interface PackumentFetch {

  /**
   * A packument.
   *
   * @param bodySha256 of the body after inflating, hex
   * @param bytes of the body after inflating
   */
  record Found(Packument packument, @Nullable String etag, String bodySha256, long bytes)
      implements PackumentFetch {}

  /** The same as last time, by ETag or by digest. */
  record NotModified() implements PackumentFetch {}

  /** The registry does not know the package. */
  record Missing() implements PackumentFetch {}

  /** The answer is not a packument of this package, or exceeds our limits. */
  record Unreadable(String reason) implements PackumentFetch {}

  /**
   * It may work later.
   *
   * @param waitAsked how long the registry asked us to wait; zero if it did not
   */
  record Failed(String reason, Duration waitAsked) implements PackumentFetch {}
}
