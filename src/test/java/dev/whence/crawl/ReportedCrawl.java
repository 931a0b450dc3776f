package dev.whence.crawl;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Crawls of the packages made from public bug reports, phase by phase, into a catalog. */
final class ReportedCrawl implements AutoCloseable {

  final ReplayRegistry registry = ReplayRegistry.ofReports();
  private final TestCrawl crawl = new TestCrawl(registry.url(), trust());

  private static Map<String, String> trust() {
    Path serve = Shared.folder("reports").resolve("serve").toAbsolutePath();
    return Map.of(
        "whence.trust.trusted-root", serve.resolve("trusted_root.json").toString(),
        "whence.trust.npm-keys", serve.resolve("keys.json").toString());
  }

  CatalogDatabase catalog() {
    return crawl.catalog;
  }

  /** Crawls the package as it is in this phase, an hour after the crawl before. */
  CrawlOutcome phase(int phase, String name) {
    registry.phase(phase);
    crawl.clock.advance(Duration.ofHours(1));
    return crawl.crawl(name);
  }

  PackageDetail found(String name) {
    return crawl.catalog.packages.find(new PackageName(name)).orElseThrow();
  }

  VersionDetail found(String name, String version) {
    return crawl.catalog.packages.find(new PackageName(name), version).orElseThrow();
  }

  /** Versions that the registry has, by what is known of it. */
  List<String> present(String name) {
    return found(name).versions().stream()
        .filter(version -> version.removedAt() == null)
        .map(VersionSummary::version)
        .toList();
  }

  /**
   * What was noticed since the package was known, the first thing first: {@code KIND 1.0.0 a>b}.
   */
  List<String> events(String name) {
    List<PackageEvent> events = crawl.catalog.stored.events(new PackageName(name));
    return events.reversed().stream().map(ReportedCrawl::words).toList();
  }

  private static String words(PackageEvent event) {
    String values =
        event.before() == null && event.after() == null
            ? null
            : Objects.requireNonNullElse(event.before(), "")
                + ">"
                + Objects.requireNonNullElse(event.after(), "");
    return Stream.of(event.kind().name(), event.version(), event.tag(), values)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    registry.close();
  }
}
