package dev.whence.crawl;

import dev.whence.catalog.write.CrawlWriter;
import dev.whence.crawl.pkg.CrawlMetrics;
import dev.whence.crawl.pkg.CrawlPulse;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Crawls packages of other registries than the recorded one into the catalog of a test. */
public final class CrawledElsewhere {

  private static final Edition EDITION =
      new Edition("pages", 1, 60, Instant.parse("2026-11-20T12:00:00Z"));

  private final CrawlWriter writer;

  public CrawledElsewhere(CrawlWriter writer) {
    this.writer = writer;
  }

  /** Packages of the generated registry. */
  public void stories(Path folder, List<String> names) throws IOException {
    try (GeneratedRegistry registry = GeneratedRegistry.start(EDITION, folder.resolve("store"))) {
      Path root = Files.write(folder.resolve("trusted_root.json"), registry.trustedRoot());
      Path keys = Files.write(folder.resolve("keys.json"), registry.npmKeys());
      crawl(registry.url(), root, keys, names);
    }
  }

  /** Packages made from public bug reports. */
  public void reports(List<String> names) {
    Path folder = Shared.folder("reports").resolve("serve");
    try (ReplayRegistry registry = ReplayRegistry.ofReports()) {
      crawl(
          registry.url(), folder.resolve("trusted_root.json"), folder.resolve("keys.json"), names);
    }
  }

  private void crawl(URI url, Path trustedRoot, Path npmKeys, List<String> names) {
    Clock clock = Clock.systemUTC();
    Map<String, String> trust =
        Map.of(
            "whence.trust.trusted-root", "" + trustedRoot, "whence.trust.npm-keys", "" + npmKeys);
    CrawlService crawls =
        new CrawlService(
            config(CrawlConfig.class, Map.of()),
            TestRegistryClient.of(url, Map.of("requests-per-second", "10000")),
            new TrustKeeper(config(TrustConfig.class, trust), clock),
            writer,
            new CrawlMetrics(new SimpleMeterRegistry()),
            new CrawlPulse(clock),
            clock);
    names.forEach(name -> crawls.crawl(new PackageName(name)));
  }

  private static <T> T config(Class<T> type, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(type)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(type);
  }
}
