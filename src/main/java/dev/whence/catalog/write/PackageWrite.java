package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.sql.Clean;
import dev.whence.catalog.sql.Locked;
import dev.whence.catalog.write.ServedResponse.Entry;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the crawls that are stored together.
 *
 * @param listed the packument's versions, each once, also after cleaning of their texts
 * @param danglingTags the dist-tags that point at a version that is not listed, with this version
 * @param tries of versions whose attestations could not be fetched, by the cleaned version text
 */
record PackageWrite(
    PackageCrawl crawl,
    Locked of,
    Collection<VersionWrite> listed,
    SortedMap<String, String> danglingTags,
    List<ServedResponse> responses,
    Map<String, AttestationTry> tries) {

  static PackageWrite of(PackageCrawl crawl, Locked of) {
    Map<String, AttestationTry> tries = new HashMap<>();
    crawl.tries().forEach((version, attempt) -> tries.put(Clean.key(version), attempt));
    Map<String, VersionWrite> listed = listed(crawl, of);
    return new PackageWrite(
        crawl,
        of,
        listed.values(),
        dangling(crawl.packument(), listed.keySet()),
        ServedResponse.of(crawl, of.id()),
        tries);
  }

  private static SortedMap<String, String> dangling(Packument packument, Set<String> listed) {
    SortedMap<String, String> dangling = new TreeMap<>();
    tagged(packument)
        .forEach(
            (tag, version) -> {
              if (!listed.contains(Clean.key(version))) {
                dangling.put(Clean.key(tag), Clean.key(version));
              }
            });
    return dangling;
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

  /**
   * Whether the packument has a list of dist-tags, even an empty one. If not, the stored ones stay.
   */
  boolean statesTags() {
    return packument().distTags() != null;
  }

  /**
   * Whether the stored facts were read by the current rules. Only then a difference is a change.
   */
  boolean isByTheSameRules() {
    return of.rules() == Packument.RULES;
  }

  boolean isFirst() {
    return of.factsAt() == null;
  }

  /** Whether the stored facts are newer than this crawl's. */
  boolean isLate() {
    return of.factsAt() != null && at().isBefore(of.factsAt());
  }

  /**
   * A first crawl has nothing to compare with, so only states that npm itself set can be recorded.
   */
  boolean mayHoldStates() {
    return !isFirst()
        || packument().unpublishedAt() != null
        || listed.stream().anyMatch(VersionWrite::mayBeSecurityHolder);
  }

  /** Whether the registry passes anything signed on; null if it lists no version. */
  @Nullable Boolean passesOn() {
    return listed.isEmpty() ? null : listed.stream().anyMatch(VersionWrite::hasSomethingSigned);
  }

  CrawlStatus status() {
    return packument().unpublishedAt() == null ? CrawlStatus.CRAWLED : CrawlStatus.UNPUBLISHED;
  }

  List<Entry> entries() {
    return responses.stream().flatMap(response -> response.entries().stream()).toList();
  }

  private static Map<String, VersionWrite> listed(PackageCrawl crawl, Locked of) {
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
    return listed;
  }

  private static Map<String, String> tagged(Packument packument) {
    @Nullable Map<String, String> tags = packument.distTags();
    return tags == null ? Map.of() : tags;
  }

  private static Map<String, List<String>> tags(Packument packument) {
    Map<String, List<String>> tags = new HashMap<>();
    tagged(packument).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            tag -> tags.computeIfAbsent(tag.getValue(), _ -> new ArrayList<>()).add(tag.getKey()));
    return tags;
  }
}
