package dev.whence.catalog;

import dev.whence.catalog.ServedResponse.Entry;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One crawl of those that are stored together.
 *
 * @param listed the packument's versions, each once, whatever cleaning made of their texts
 * @param tries of versions whose attestations could not be fetched, by the cleaned version text
 */
record PackageWrite(
    PackageCrawl crawl,
    Locked of,
    Collection<VersionWrite> listed,
    List<ServedResponse> responses,
    Map<String, AttestationTry> tries) {

  static PackageWrite of(PackageCrawl crawl, Locked of) {
    Map<String, AttestationTry> tries = new HashMap<>();
    crawl.tries().forEach((version, attempt) -> tries.put(Clean.key(version), attempt));
    return new PackageWrite(crawl, of, listed(crawl, of), ServedResponse.of(crawl, of.id()), tries);
  }

  long id() {
    return of.id();
  }

  Instant at() {
    return crawl.crawledAt();
  }

  Packument packument() {
    return crawl.packument();
  }

  boolean isFirst() {
    return of.factsAt() == null;
  }

  /** Whether what is stored is newer than what this crawl brings. */
  boolean isLate() {
    return of.factsAt() != null && at().isBefore(of.factsAt());
  }

  /** A first crawl has nothing to compare with: only what npm itself did can hold. */
  boolean mayHoldStates() {
    return !isFirst()
        || packument().unpublishedAt() != null
        || listed.stream().anyMatch(VersionWrite::mayBeSecurityHolder);
  }

  /** Whether the registry passes on something signed; null where it lists no version to sign. */
  @Nullable Boolean passesOn() {
    return listed.isEmpty() ? null : listed.stream().anyMatch(VersionWrite::hasSomethingSigned);
  }

  CrawlStatus status() {
    return packument().unpublishedAt() == null ? CrawlStatus.CRAWLED : CrawlStatus.UNPUBLISHED;
  }

  List<Entry> entries() {
    return responses.stream().flatMap(response -> response.entries().stream()).toList();
  }

  private static Collection<VersionWrite> listed(PackageCrawl crawl, Locked of) {
    Map<String, List<String>> tags = tags(crawl.packument());
    Map<String, Optional<SourceRepository>> declared = new HashMap<>();
    Map<String, VersionWrite> listed = new LinkedHashMap<>();
    for (PackumentVersion version : crawl.packument().versions()) {
      @Nullable String url = version.repositoryUrl();
      Optional<SourceRepository> repository =
          url == null ? Optional.empty() : declared.computeIfAbsent(url, SourceAddress::repository);
      listed.put(
          Clean.key(version.version()),
          new VersionWrite(
              of.id(),
              version,
              tags.getOrDefault(version.version(), List.of()),
              repository.orElse(null)));
    }
    return listed.values();
  }

  private static Map<String, List<String>> tags(Packument packument) {
    Map<String, List<String>> tags = new HashMap<>();
    packument.distTags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            tag -> tags.computeIfAbsent(tag.getValue(), _ -> new ArrayList<>()).add(tag.getKey()));
    return tags;
  }
}
