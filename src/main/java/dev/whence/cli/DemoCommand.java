package dev.whence.cli;

import dev.whence.crawl.Role;
import dev.whence.demo.AnswerFaults;
import dev.whence.demo.DemoServing;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.PackageName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./whence demo}: the same application as {@code up}, pointed at a generated registry that
 * runs beside it and is reached by HTTP only.
 */
@Command(
    name = "demo",
    description = {
      "Like up, but offline: crawls a generated npm registry, signed by a generated Sigstore.",
      "Its packages are invented, and every page says so."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final PaceOptions pace = new PaceOptions();

  /** This many names fit into one value of the configuration; the feed names all others. */
  private static final int NAMES = 1_000;

  @Option(
      names = "--packages",
      paramLabel = "N",
      description = "How many packages to generate (default: " + DemoFolder.PACKAGES + ").")
  private @Nullable Integer packages;

  @Override
  public Integer call() {
    Path folder = data.folder("whence-demo");
    DemoFolder generated = DemoFolder.open(folder, packages, Clock.systemUTC());
    try (PreparationBar bar = new PreparationBar();
        GeneratedRegistry registry =
            GeneratedRegistry.start(
                generated.edition(),
                generated.folder().resolve("store"),
                new DemoServing("127.0.0.1", 0, pace.interval(), AnswerFaults.none(), bar, null))) {
      bar.close();
      return new ServerRun(server, folder)
          .with(config(registry, pace.interval().isPositive()))
          .with(generated.trust(registry))
          .run();
    }
  }

  /**
   * How the application crawls a registry that runs beside it.
   *
   * @param changes whether it follows the changes feed, even if it knows all names without it
   */
  static Map<String, String> config(GeneratedRegistry registry, boolean changes) {
    List<PackageName> names = registry.names();
    return Map.of(
        "whence.roles",
        Role.words(List.of(Role.WEB, Role.CRAWL, Role.VERIFY)),
        "whence.registry.url",
        registry.url().toString(),
        // The requests go to our own process, so they need no limit.
        "whence.registry.requests-per-second",
        "10000",
        "whence.crawl.packages",
        names.stream().limit(NAMES).map(PackageName::value).collect(Collectors.joining(",")),
        "whence.crawl.changes",
        changes || names.size() > NAMES ? "ALL" : "OFF",
        "whence.crawl.generated",
        "true");
  }
}
