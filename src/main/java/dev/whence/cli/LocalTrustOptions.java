package dev.whence.cli;

import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import dev.whence.verify.trust.TrustSources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The trust material of a command that verifies without the application. */
final class LocalTrustOptions {

  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description =
          "Sigstore trusted_root.json (default: the last good copy in the cache, else the one that"
              + " came along).")
  private @Nullable Path trustedRoot;

  @Option(
      names = "--npm-keys",
      paramLabel = "FILE",
      description = "npm's keys.json (default: likewise).")
  private @Nullable Path npmKeys;

  @Option(
      names = "--staging",
      description =
          "Trust Sigstore's staging instance; without --trusted-root its TUF repository is asked.")
  private boolean staging;

  /** Reads it; a message for people if it cannot be used. */
  TrustMaterial load() {
    try {
      return staging && trustedRoot == null
          ? TrustSources.staging(Clock.systemUTC())
          : TrustSources.local(
              Optional.ofNullable(trustedRoot), Optional.ofNullable(npmKeys), Clock.systemUTC());
    } catch (TrustException e) {
      throw CliException.usage(String.valueOf(e.getMessage()));
    }
  }
}
