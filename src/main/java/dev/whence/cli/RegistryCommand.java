package dev.whence.cli;

import dev.whence.demo.AccessLog;
import dev.whence.demo.AnswerFaults;
import dev.whence.demo.DemoServing;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./whence registry}: a generated npm registry alone, of any size, to measure crawlers and
 * to test them with faults.
 */
@Command(
    name = "registry",
    description = {
      "Serve a generated npm registry, signed by a generated Sigstore, to measure crawlers.",
      "It is prepared on disk first; the next start with the same options uses it again."
    },
    mixinStandardHelpOptions = true)
final class RegistryCommand implements Callable<Integer> {
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final PaceOptions pace = new PaceOptions();
  @Mixin private final FaultOptions faults = new FaultOptions();

  @Option(
      names = "--packages",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many packages (default: ${DEFAULT-VALUE}).")
  private int packages;

  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      defaultValue = "whence",
      description = "The same seed gives the same registry (default: ${DEFAULT-VALUE}).")
  private String seed;

  @Option(
      names = "--provenance",
      paramLabel = "PERCENT",
      defaultValue = "17",
      description =
          "Share of packages that publish with provenance at the end (default: ${DEFAULT-VALUE}).")
  private double provenance;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      defaultValue = "2026-11-01T00:00:00Z",
      description = "When the histories end (default: ${DEFAULT-VALUE}).")
  private Instant now;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4873",
      description = "Port to listen on; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description =
          "Adds a line for each request: begin, end, client, method, path, status, User-Agent.")
  private @Nullable Path accessLog;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = data.folder("whence-registry");
    DemoFolder.requireCount(packages);
    Edition edition = new Edition(seed, packages, provenance, now);
    AnswerFaults drawn = faults.faults();
    DataFolder.create(folder);
    try (PreparationBar bar = new PreparationBar();
        AccessLog log = openLog();
        GeneratedRegistry registry =
            GeneratedRegistry.start(
                edition,
                folder.resolve("store"),
                new DemoServing(host, port, pace.interval(), drawn, bar, log))) {
      bar.close();
      Path root = Files.write(folder.resolve("trusted_root.json"), registry.trustedRoot());
      Path keys = Files.write(folder.resolve("keys.json"), registry.npmKeys());
      System.out.printf("Registry: %s%n", registry.url());
      System.out.printf(
          "Crawl it: WHENCE_CRAWL_CHANGES=ALL ./whence up --registry %s --trusted-root %s"
              + " --npm-keys %s --packages brinekit%n",
          registry.url(), root, keys);
      untilSignalled();
    }
    return 0;
  }

  private @Nullable AccessLog openLog() {
    try {
      return accessLog == null ? null : AccessLog.open(accessLog, Clock.systemUTC());
    } catch (IOException e) {
      throw CliException.usage("--access-log: cannot write the file " + accessLog);
    }
  }

  private static void untilSignalled() throws InterruptedException {
    CountDownLatch forever = new CountDownLatch(1);
    forever.await();
  }
}
