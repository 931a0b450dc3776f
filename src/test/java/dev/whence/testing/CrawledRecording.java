package dev.whence.testing;

import dev.whence.catalog.state.PopularityStore;
import dev.whence.catalog.state.PopularityStore.Popularity;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.DownloadsApi;
import dev.whence.registry.npm.DownloadsFetch;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The recorded registry's packages in the catalog, crawled by the product's own code, once for all
 * tests of one Quarkus start. Inject it and call {@link #ensure} before each test; without the
 * recording that skips the test.
 */
@ApplicationScoped
public class CrawledRecording {

  private final CrawlService crawls;
  private final DownloadsApi downloads;
  private final PopularityStore popularity;
  private final Clock clock;
  private final Map<PackageName, CrawlOutcome> outcomes = new LinkedHashMap<>();

  CrawledRecording(
      CrawlService crawls, DownloadsApi downloads, PopularityStore popularity, Clock clock) {
    this.crawls = crawls;
    this.downloads = downloads;
    this.popularity = popularity;
    this.clock = clock;
  }

  /** Crawls what was not crawled yet; gives how each package's first crawl ended. */
  public synchronized Map<PackageName, CrawlOutcome> ensure() {
    for (PackageName name : names()) {
      outcomes.computeIfAbsent(name, this::crawl);
    }
    return Map.copyOf(outcomes);
  }

  /** Crawls all of it once more. */
  public synchronized Map<PackageName, CrawlOutcome> again() {
    Map<PackageName, CrawlOutcome> again = new LinkedHashMap<>();
    names().forEach(name -> again.put(name, crawls.crawl(name)));
    return again;
  }

  /** To be called by a test that emptied the catalog. */
  public synchronized void forget() {
    outcomes.clear();
  }

  /** The recorded packages. */
  public static List<PackageName> names() {
    Path folder = Recording.root().resolve("packuments");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> folder.relativize(file).toString().replaceFirst("\\.json$", ""))
          .map(PackageName::new)
          .sorted()
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CrawlOutcome crawl(PackageName name) {
    CrawlOutcome outcome = crawls.crawl(name);
    Instant now = clock.instant();
    if (downloads.lastMonth(List.of(name)) instanceof DownloadsFetch.Found found) {
      popularity.store(
          found.downloads().stream()
              .map(one -> new Popularity(name, one.lastMonth(), now))
              .toList(),
          false,
          now);
    }
    return outcome;
  }
}
