package dev.whence.verify.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the trust material comes from. */
@ConfigMapping(prefix = "whence.trust")
public interface TrustConfig {

  /** A trusted_root.json to use instead of Sigstore's public-good one. */
  Optional<Path> trustedRoot();

  /** A keys.json to use as npm's keys, as the registry or Sigstore's TUF repository writes it. */
  Optional<Path> npmKeys();

  /** Never asks the TUF repository. Uses the last good copy, or the copy in the jar. */
  @WithDefault("false")
  boolean offline();

  /**
   * Folder of the last good copy on this machine. Default: {@code $XDG_CACHE_HOME/whence/trust}.
   */
  Optional<Path> cache();

  /** How often one of all processes asks the TUF repository; others read their files again. */
  @WithDefault("6h")
  Duration refreshEvery();

  /** Sigstore's TUF repository, or a mirror of it. */
  @WithDefault("https://tuf-repo-cdn.sigstore.dev")
  URI tufUrl();
}
