package dev.whence.registry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the registry is asked. */
@ConfigMapping(prefix = "whence.registry")
public interface RegistryConfig {

  /** The registry's address. */
  @WithDefault("https://registry.npmjs.org")
  URI url();

  /** The downloads API's address; the registry's own where it is another than npm's. */
  Optional<URI> downloadsUrl();

  /**
   * The changes feed's address, to which {@code /_changes} is added; the registry's own where it is
   * another than npm's.
   */
  Optional<URI> changesUrl();

  /** Who runs this installation, an address or URL, for the User-Agent: registries like to know. */
  Optional<String> contact();

  /** Requests under way at once to one host, of all processes together. */
  @WithDefault("16")
  int concurrency();

  /** Requests begun in a second to one host, evenly, at the most, of all processes together. */
  @WithDefault("50")
  int requestsPerSecond();

  /** Tries of one request before it counts as failed. */
  @WithDefault("5")
  int tries();

  /** The first wait between tries; it doubles, with jitter, up to a minute. */
  @WithDefault("500ms")
  Duration backoff();

  /** How long one request may take, its body included. */
  @WithDefault("120s")
  Duration timeout();

  /** The largest packument that is read, in bytes after inflating; real ones reach 50 MB. */
  @WithDefault("100000000")
  long maxPackumentBytes();

  /** The largest attestation response that is kept, in bytes; real ones are below 100 KB. */
  @WithDefault("8000000")
  int maxAttestationBytes();
}
