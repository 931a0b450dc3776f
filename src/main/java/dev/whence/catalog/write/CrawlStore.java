package dev.whence.catalog.write;

import dev.whence.catalog.sql.Locked;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.write.VerdictWrites.Judged;
import dev.whence.provenance.PackageName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stores crawls on a connection; the caller ends the transaction. The rows of all crawls are in the
 * same statements, in the order of keys.
 */
public final class CrawlStore {

  /**
   * Postgres must find rows by keys. Without these settings it takes growing tables for small ones
   * and reads them whole. Then it can also plan a statement once per connection, and not at each
   * execution.
   */
  private static final String BY_KEYS =
      """
      SELECT set_config(name, value, true)
      FROM (VALUES ('plan_cache_mode', 'force_generic_plan'), ('enable_seqscan', 'off'),
        ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off')) AS s (name, value)
      """;

  private final Connection connection;
  private final PackageWrites packages;
  private final VersionWrites versions;
  private final HistoryWrites history;
  private final TryWrites tries;

  public CrawlStore(Connection connection) {
    this.connection = connection;
    this.packages = new PackageWrites(connection);
    this.versions = new VersionWrites(connection);
    this.history = new HistoryWrites(connection);
    this.tries = new TryWrites(connection);
  }

  /** Stores crawls, one per package. */
  public void store(List<PackageCrawl> crawls) throws SQLException {
    Query.of(connection, BY_KEYS).list(row -> row.text("set_config"));
    SilenceWrites silence = new SilenceWrites(connection);
    SilenceWrites.State heard = silence.begin(crawls);
    // From here on, other crawls of the same packages wait.
    List<PackageWrite> writes = lock(crawls);
    List<PackageWrite> current = writes.stream().filter(write -> !write.isLate()).toList();
    List<PackageWrite> again = current.stream().filter(write -> !write.isFirst()).toList();
    for (PackageWrite write : again) {
      history.changes(write);
    }
    ServedStore served = new ServedStore(connection);
    Repositories repositories =
        served.sources(
            writes.stream().flatMap(w -> w.listed().stream()).map(VersionWrite::declared),
            writes.stream().flatMap(w -> w.entries().stream()).toList());
    Verifiers verifiers =
        new SourceWrites(connection)
            .verifiers(writes.stream().map(w -> w.crawl().verifier()).toList());
    versions.upsert(writes, repositories, heard.silent() && !passesOn(current));
    versions.addRemoved(current);
    for (PackageWrite write : again) {
      versions.markRemoved(write);
    }
    versions.signatures(current, verifiers);
    served.responses(writes.stream().flatMap(w -> w.responses().stream()).toList());
    served.attestations(judged(writes, verifiers), repositories);
    served.evidence(writes);
    tries.store(current);
    if (!current.isEmpty()) {
      packages.facts(current);
      packages.success(current);
      silence.end(heard, current);
    }
    for (PackageWrite write : current) {
      if (write.mayHoldStates()) {
        history.states(write.id(), write.at());
      }
    }
  }

  private static boolean passesOn(List<PackageWrite> writes) {
    return writes.stream().anyMatch(write -> Boolean.TRUE.equals(write.passesOn()));
  }

  private List<PackageWrite> lock(List<PackageCrawl> crawls) throws SQLException {
    List<PackageName> names = crawls.stream().map(crawl -> crawl.packument().name()).toList();
    Map<PackageName, Locked> locked = packages.lock(names, crawls.getFirst().crawledAt());
    return crawls.stream()
        .map(
            crawl ->
                PackageWrite.of(
                    crawl, Objects.requireNonNull(locked.get(crawl.packument().name()))))
        .toList();
  }

  private static List<Judged> judged(List<PackageWrite> writes, Verifiers verifiers) {
    return writes.stream()
        .flatMap(
            write -> {
              long verifier = verifiers.id(write.crawl().verifier());
              return write.entries().stream().map(entry -> new Judged(entry, verifier, write.at()));
            })
        .toList();
  }
}
