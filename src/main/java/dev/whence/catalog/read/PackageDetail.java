package dev.whence.catalog.read;

import dev.whence.catalog.CrawlRecord;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a package; versions in descending semver order.
 *
 * @param declaredRepositoryUrl {@code repository.url} of the latest version, as written
 * @param declaredRepository the same as a repository; absent if it is not a repository URL
 * @param downloadsLastMonth absent if never asked
 * @param takenDown the latest version is the placeholder of npm's security team
 * @param danglingTags dist-tags that point at a version that the registry does not have
 */
public record PackageDetail(
    PackageName name,
    @Nullable String description,
    CrawlRecord crawl,
    @Nullable String declaredRepositoryUrl,
    @Nullable SourceRepository declaredRepository,
    @Nullable Long downloadsLastMonth,
    @Nullable Instant createdAt,
    @Nullable Instant unpublishedAt,
    boolean takenDown,
    SortedMap<String, String> danglingTags,
    List<VersionSummary> versions) {

  private static final String LATEST = "latest";

  /** The version that dist-tag {@code latest} points at; empty if the registry does not have it. */
  public Optional<VersionSummary> latest() {
    return versions.stream()
        .filter(v -> v.removedAt() == null && v.distTags().contains(LATEST))
        .findFirst();
  }

  /** The version in dist-tag {@code latest}, even if the registry does not have it. */
  public Optional<String> latestTag() {
    return Optional.ofNullable(distTags().get(LATEST));
  }

  /** Every dist-tag with its version, even if the registry does not have it. */
  public SortedMap<String, String> distTags() {
    SortedMap<String, String> tags = new TreeMap<>(danglingTags);
    versions.forEach(v -> v.distTags().forEach(tag -> tags.put(tag, v.version())));
    return tags;
  }
}
