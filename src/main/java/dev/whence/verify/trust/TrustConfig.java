package dev.whence.verify.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What verdicts rest on, and where it comes from. */
@ConfigMapping(prefix = "whence.trust")
public interface TrustConfig {

  /** A trusted_root.json to use instead of Sigstore's public-good one. */
  Optional<Path> trustedRoot();

  /** A keys.json, as the registry or Sigstore's TUF repository writes it, to use as npm's keys. */
  Optional<Path> npmKeys();

  /** Never asks the TUF repository: uses the last good copy, else the one in the jar. */
  @WithDefault("false")
  boolean offline();

  /** Folder of the last good copy; {@code $XDG_CACHE_HOME/whence/trust} where it is not given. */
  Optional<Path> cache();

  /** How often one of all processes asks the TUF repository; others read their files again. */
  @WithDefault("6h")
  Duration refreshEvery();

  /** Sigstore's TUF repository, or a mirror of it. */
  @WithDefault("https://tuf-repo-cdn.sigstore.dev")
  URI tufUrl();
}
