package dev.whence.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the embedded Postgres keeps its data. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder (default: whence, for the demo whence-demo, in $XDG_DATA_HOME, else in"
              + " ~/.local/share).")
  private @Nullable Path data;

  /** The folder given, else {@code name} in the XDG data home. */
  Path folder(String name) {
    return data != null ? data.toAbsolutePath().normalize() : dataHome().resolve(name);
  }

  private static Path dataHome() {
    String xdg = System.getenv("XDG_DATA_HOME");
    // The XDG Base Directory Specification says that relative paths are ignored.
    if (xdg != null && xdg.startsWith("/")) {
      return Path.of(xdg);
    }
    return Path.of(System.getProperty("user.home"), ".local", "share");
  }
}
