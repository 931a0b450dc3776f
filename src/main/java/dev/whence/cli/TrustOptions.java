package dev.whence.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The trust material to use. Absent options do not change the configuration. */
final class TrustOptions {
  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description = "Sigstore trusted_root.json to use instead of the one from TUF.")
  private @Nullable Path trustedRoot;

  @Option(
      names = "--npm-keys",
      paramLabel = "FILE",
      description = "npm's signing keys (keys.json) to use instead of those from TUF.")
  private @Nullable Path npmKeys;

  /** The configuration that these options stand for. */
  Map<String, String> config() {
    var config = new LinkedHashMap<String, String>();
    if (trustedRoot != null) {
      config.put("whence.trust.trusted-root", readable("--trusted-root", trustedRoot));
    }
    if (npmKeys != null) {
      config.put("whence.trust.npm-keys", readable("--npm-keys", npmKeys));
    }
    return config;
  }

  private static String readable(String option, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw CliException.usage(option + ": cannot read the file " + file);
    }
    return file.toAbsolutePath().toString();
  }
}
