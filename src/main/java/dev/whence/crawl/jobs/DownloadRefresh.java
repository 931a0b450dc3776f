package dev.whence.crawl.jobs;

import dev.whence.catalog.state.PopularityStore;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.CountsFetch;
import dev.whence.registry.npm.CountsFile;
import dev.whence.registry.npm.DownloadCounts;
import dev.whence.registry.npm.Downloads;
import dev.whence.registry.npm.DownloadsApi;
import dev.whence.registry.npm.DownloadsFetch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gets the download counts of packages: from one file for all, and from the downloads API for the
 * rest.
 */
@ApplicationScoped
public class DownloadRefresh {

  private static final Logger LOG = Logger.getLogger(DownloadRefresh.class);

  private static final int AT_ONCE = 10_000;

  /** How often to look for a new file. */
  private static final Duration LOOK = Duration.ofDays(1);

  private final CrawlConfig config;
  private final DownloadCounts counts;
  private final DownloadsApi api;
  private final PopularityStore store;
  private final Clock clock;
  private final RefreshTable table;
  private Instant lastLook = Instant.MIN;
  private Optional<String> problem = Optional.empty();

  public DownloadRefresh(
      CrawlConfig config,
      DownloadCounts counts,
      DownloadsApi api,
      PopularityStore store,
      Clock clock) {
    this.config = config;
    this.counts = counts;
    this.api = api;
    this.store = store;
    this.clock = clock;
    this.table = new RefreshTable(config);
  }

  /**
   * Reads the file with the counts of all packages, if there is a newer one.
   *
   * @param discover whether its packages are added to the catalog
   * @return why the last look failed, in a sentence; empty if it succeeded
   */
  synchronized Optional<String> readAll(boolean discover, BooleanSupplier stop) {
    Instant now = clock.instant();
    if (lastLook.isAfter(now.minus(LOOK))) {
      return problem;
    }
    if (discover || store.knownPackages() >= config.downloadCountsFrom()) {
      problem =
          switch (counts.newerThan(store.lastCounts().orElse(null))) {
            case CountsFetch.Found found -> read(found.file(), discover, stop);
            case CountsFetch.NothingNew _ -> Optional.empty();
            case CountsFetch.Failed failed ->
                Optional.of(failed.reason() + " The counts of all are asked for again tomorrow.");
          };
    }
    lastLook = now;
    return problem;
  }

  private Optional<String> read(CountsFile file, boolean discover, BooleanSupplier stop) {
    Instant now = clock.instant();
    AtomicLong packages = new AtomicLong();
    try (file) {
      file.read(
          AT_ONCE,
          some -> {
            if (stop.getAsBoolean()) {
              throw new CancellationException("the process ends");
            }
            store.store(some.stream().map(one -> counted(one, now)).toList(), discover, now);
            packages.addAndGet(some.size());
          });
      store.countsRead(file.version(), packages.get(), now);
      LOG.infof("Read the downloads of %,d packages", packages.get());
    } catch (IOException e) {
      return Optional.of(
          "The download counts " + file.version() + " cannot be read: " + e.getMessage() + ".");
    } catch (CancellationException e) {
      LOG.debug("Reading the download counts begins again with the next start", e);
    }
    return Optional.empty();
  }

  private PopularityStore.Popularity counted(Downloads one, Instant now) {
    Instant due = table.afterDownloadsRead(one.name(), one.lastMonth(), now);
    return new PopularityStore.Popularity(one.name(), one.lastMonth(), due);
  }

  /**
   * Asks for the due download counts, until none is due, the API fails, or {@code stop} is true.
   *
   * @return why the API failed, in a sentence; empty if it did not
   */
  Optional<String> askDue(BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      List<PackageName> due = store.due(clock.instant(), AT_ONCE);
      if (due.isEmpty()) {
        return Optional.empty();
      }
      for (List<PackageName> request : DownloadsApi.requests(due)) {
        Optional<String> failure = stop.getAsBoolean() ? Optional.empty() : ask(request);
        if (stop.getAsBoolean() || failure.isPresent()) {
          return failure;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> ask(List<PackageName> names) {
    Instant now = clock.instant();
    return switch (api.lastMonth(names)) {
      case DownloadsFetch.Found found -> {
        Map<PackageName, Long> known =
            found.downloads().stream()
                .collect(Collectors.toMap(Downloads::name, Downloads::lastMonth));
        store.store(
            names.stream().map(name -> asked(name, known.get(name), now)).toList(), false, now);
        yield Optional.empty();
      }
      case DownloadsFetch.Failed failed -> Optional.of(failed.reason());
    };
  }

  private PopularityStore.Popularity asked(PackageName name, @Nullable Long count, Instant now) {
    return new PopularityStore.Popularity(name, count, table.afterDownloadsAsked(name, now));
  }
}
