package dev.whence.catalog;

import dev.whence.catalog.PackageCrawl.AttestationFetch;
import dev.whence.catalog.ServedResponse.Entry;
import dev.whence.catalog.VersionWrites.Listed;
import dev.whence.catalog.VersionWrites.Signed;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SourceRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores one crawl on a connection whose transaction somebody else ends. */
final class CrawlStore {

  private final PackageCrawl crawl;
  private final Packument packument;
  private final PackageWrites packages;
  private final Connection connection;

  CrawlStore(Connection connection, PackageCrawl crawl) {
    this.connection = connection;
    this.crawl = crawl;
    this.packument = crawl.packument();
    this.packages = new PackageWrites(connection);
  }

  void store() throws SQLException {
    // From here on, another crawl of the same package waits.
    PackageWrites.Locked locked = packages.lock(packument.name(), crawl.crawledAt());
    VersionWrites versions = new VersionWrites(connection, locked, crawl.crawledAt());
    Collection<Listed> listed = listed();
    List<ServedResponse> responses = ServedResponse.of(crawl);
    List<Entry> entries = responses.stream().flatMap(r -> r.entries().stream()).toList();

    HistoryWrites history = new HistoryWrites(connection, locked.id(), crawl.crawledAt());
    if (locked.factsAt() != null && !versions.isLate()) {
      history.changes(listed, packument.removedVersions().keySet());
    }
    ServedStore served = new ServedStore(connection, locked.id());
    served.sources(listed.stream().map(Listed::declared), entries);
    long verifierId = new SourceWrites(connection).verifier(crawl.verifier());
    versions.upsert(List.copyOf(listed));
    if (!versions.isLate()) {
      versions.addRemoved(packument.removedVersions());
      versions.markRemovedAllBut(packument.versions().stream().map(v -> v.version()).toList());
      versions.signatures(signed(listed), verifierId);
    }
    served.responses(responses);
    served.attestations(entries, verifierId, crawl.crawledAt());
    served.evidence(crawl, responses);
    if (!versions.isLate()) {
      packages.facts(locked.id(), packument, crawl.crawledAt());
      packages.success(locked.id(), crawl, fetchProblem());
      history.states();
    }
  }

  /** The packument's versions, each once, whatever cleaning made of their texts. */
  private Collection<Listed> listed() {
    Map<String, List<String>> tags = new HashMap<>();
    packument.distTags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            tag -> tags.computeIfAbsent(tag.getValue(), _ -> new ArrayList<>()).add(tag.getKey()));
    Map<String, Optional<SourceRepository>> declared = new HashMap<>();
    Map<String, Listed> listed = new LinkedHashMap<>();
    for (PackumentVersion version : packument.versions()) {
      @Nullable String url = version.repositoryUrl();
      Optional<SourceRepository> repository =
          url == null
              ? Optional.empty()
              : declared.computeIfAbsent(url, SourceRepository::parseUrl);
      listed.put(
          Clean.key(version.version()),
          new Listed(
              version, tags.getOrDefault(version.version(), List.of()), repository.orElse(null)));
    }
    return listed.values();
  }

  private List<Signed> signed(Collection<Listed> listed) {
    return listed.stream()
        .map(Listed::facts)
        .map(
            version ->
                new Signed(
                    version.version(),
                    version.signatures(),
                    crawl.registrySignatures().get(version.version())))
        .filter(signed -> signed.check() != null || !signed.signatures().isEmpty())
        .toList();
  }

  /** What could not be fetched though the rest of the crawl went well; null where all was. */
  private @Nullable String fetchProblem() {
    List<AttestationFetch.Failed> failed =
        crawl.attestations().values().stream()
            .filter(AttestationFetch.Failed.class::isInstance)
            .map(AttestationFetch.Failed.class::cast)
            .toList();
    return failed.isEmpty()
        ? null
        : "%d of %d attestation responses could not be fetched; the first: %s"
            .formatted(failed.size(), crawl.attestations().size(), failed.getFirst().error());
  }
}
