package dev.whence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows about itself. */
final class BuildInfo {
  private BuildInfo() {}

  /** Whence's own version. */
  static String version() {
    return property("version");
  }

  /** The version of the Postgres in the jar, such as {@code 18.6.0}. */
  static String postgresVersion() {
    return property("postgres.version");
  }

  private static String property(String name) {
    var properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/whence.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name, "unknown");
  }
}
