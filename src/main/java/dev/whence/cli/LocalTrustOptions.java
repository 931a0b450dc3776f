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
          "Sigstore's trusted_root.json. Default: the newest copy in the cache; if there is none,"
              + " the copy in this program.")
  private @Nullable Path trustedRoot;

  @Option(
      names = "--npm-keys",
      paramLabel = "FILE",
      description = "npm's keys.json. Default: as for --trusted-root.")
  private @Nullable Path npmKeys;

  @Option(
      names = "--staging",
      description =
          "Trust Sigstore's staging instance. Without --trusted-root, the command gets its trusted"
              + " root from the network.")
  private boolean staging;

  /** Reads it. If it cannot be used, a message for people says why. */
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
