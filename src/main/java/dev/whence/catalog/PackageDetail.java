package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the catalog knows of a package, versions in descending semver order.
 *
 * @param declaredRepositoryUrl {@code repository.url} of the latest version, as written
 * @param declaredRepository the same, where it is a repository URL
 * @param downloadsLastMonth absent where never asked
 * @param takenDown the latest version is the placeholder of npm's security team
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
    List<VersionSummary> versions) {

  /** The version that dist-tag {@code latest} points at. */
  public Optional<VersionSummary> latest() {
    return versions.stream().filter(v -> v.distTags().contains("latest")).findFirst();
  }
}
