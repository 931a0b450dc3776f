package dev.whence.registry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the registry is used. */
@ConfigMapping(prefix = "whence.registry")
public interface RegistryConfig {

  /** The registry's address. */
  @WithDefault("https://registry.npmjs.org")
  URI url();

  /** The downloads API's address. Default: npm's for npm, otherwise the registry itself. */
  Optional<URI> downloadsUrl();

  /**
   * The changes feed's address, without {@code /_changes}. Default: npm's feed for npm, otherwise
   * the registry itself.
   */
  Optional<URI> changesUrl();

  /** Who runs this installation, an address or URL, for the User-Agent. Registries like to know. */
  Optional<String> contact();

  /** Requests to one host that run at once, of all processes together. */
  @WithDefault("16")
  int concurrency();

  /**
   * The most requests to one host that begin in a second, evenly spread, of all processes together.
   */
  @WithDefault("50")
  int requestsPerSecond();

  /** Tries of one request before it counts as failed. */
  @WithDefault("5")
  int tries();

  /** The first wait between tries. It doubles, with jitter, up to a minute. */
  @WithDefault("500ms")
  Duration backoff();

  /** How long one request may take, with its body. */
  @WithDefault("120s")
  Duration timeout();

  /** The largest packument that is read, in bytes after decompression. Real ones reach 50 MB. */
  @WithDefault("100000000")
  long maxPackumentBytes();

  /** The largest attestation response that is kept, in bytes. Real ones are below 100 KB. */
  @WithDefault("8000000")
  int maxAttestationBytes();
}
