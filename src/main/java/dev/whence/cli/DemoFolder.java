package dev.whence.cli;

import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder stores about its demo, so that each start has the same registry: its edition,
 * and the trust material for the application.
 */
record DemoFolder(Path folder, Edition edition) {

  static final int PACKAGES = 60;

  /** npm has some five million. */
  private static final int MOST_PACKAGES = 10_000_000;

  /** In a small demo most packages have provenance, in a large one as many as on npm. */
  private static final int FEW_PACKAGES = 1_000;

  private static final double SHARE_OF_FEW = 60;
  private static final double SHARE_OF_MANY = 17;

  private static final String SEED = "whence demo";

  /**
   * Reads the folder, or begins a demo in it whose histories end now.
   *
   * @param packages the wanted number; absent if any number is right
   */
  static DemoFolder open(Path root, @Nullable Integer packages, Clock clock) {
    if (packages != null) {
      requireCount(packages);
    }
    Path folder = root.resolve("generated");
    Path file = folder.resolve("edition.properties");
    try {
      DataFolder.create(root);
      DataFolder.create(folder);
      if (!Files.exists(file)) {
        int count = packages == null ? PACKAGES : packages;
        double share = count > FEW_PACKAGES ? SHARE_OF_MANY : SHARE_OF_FEW;
        write(file, new Edition(SEED, count, share, clock.instant()));
      }
      Edition edition = read(file);
      if (packages != null && packages != edition.packages()) {
        throw CliException.failure(
            "the data folder %s holds a demo of %d packages. Choose another with --data."
                .formatted(root, edition.packages()));
      }
      return new DemoFolder(folder, edition);
    } catch (IOException e) {
      throw CliException.failure("cannot use the data folder " + root + ": " + e.getMessage());
    }
  }

  static void requireCount(int packages) {
    if (packages < 1 || packages > MOST_PACKAGES) {
      throw CliException.usage(
          "--packages must be between 1 and %d, not %d".formatted(MOST_PACKAGES, packages));
    }
  }

  private static void write(Path file, Edition edition) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("seed", edition.seed());
    properties.setProperty("packages", Integer.toString(edition.packages()));
    properties.setProperty("provenance-share", Double.toString(edition.provenanceShare()));
    properties.setProperty("now", edition.now().toString());
    Path whole = file.resolveSibling("edition.properties.new");
    try (Writer writer = Files.newBufferedWriter(whole)) {
      properties.store(writer, "The generated registry of this demo");
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Edition read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return new Edition(
          properties.getProperty("seed", SEED),
          Integer.parseInt(properties.getProperty("packages", "")),
          Double.parseDouble(properties.getProperty("provenance-share", "" + SHARE_OF_FEW)),
          Instant.parse(properties.getProperty("now", "")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw CliException.failure(
          "%s cannot be read: %s. Choose another folder with --data."
              .formatted(file, e.getMessage()));
    }
  }

  /** Writes the registry's trust material and gives the configuration that names it. */
  Map<String, String> trust(GeneratedRegistry registry) {
    Path trustedRoot = folder.resolve("trusted_root.json");
    Path npmKeys = folder.resolve("keys.json");
    try {
      Files.write(trustedRoot, registry.trustedRoot());
      Files.write(npmKeys, registry.npmKeys());
    } catch (IOException e) {
      throw CliException.failure("cannot write to " + folder + ": " + e.getMessage());
    }
    return Map.of(
        "whence.trust.trusted-root",
        trustedRoot.toString(),
        "whence.trust.npm-keys",
        npmKeys.toString());
  }
}
