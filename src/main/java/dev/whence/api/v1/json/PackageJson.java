package dev.whence.api.v1.json;

import dev.whence.address.JsonPaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Slug;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package. */
@Schema(
    name = "Package",
    description = "A package and its latest version. The other versions are a list.")
public record PackageJson(
    String name,
    @Schema(nullable = true) @Nullable String description,
    @Schema(description = "When it was first published.", nullable = true)
        @Nullable Instant createdAt,
    @Schema(
            description = "When the whole package was unpublished. Null while it is not.",
            nullable = true)
        @Nullable Instant unpublishedAt,
    @Schema(
            description =
                "The latest version is the placeholder that npm's security team puts in the place"
                    + " of a package.")
        boolean takenDown,
    @Schema(description = "Null if we never asked the registry for its counts.", nullable = true)
        @Nullable Long downloadsLastMonth,
    @Schema(
            description = "What package.json of the latest version says, as written.",
            nullable = true)
        @Nullable String declaredRepositoryUrl,
    @Schema(description = "The same as a repository. Null if it names none.", nullable = true)
        @Nullable RepositoryRefJson declaredRepository,
    @Schema(
            description =
                "The version that the dist-tag latest points at. Null if there is no such"
                    + " tag, or if the registry does not have the version.",
            nullable = true)
        @Nullable VersionItemJson latest,
    @Schema(
            description =
                "Every dist-tag with its version, even if the registry does not have that"
                    + " version.")
        Map<String, String> distTags,
    @Schema(description = "How many versions we know, with the removed ones.") long versions,
    @Schema(description = "How many of them have each evidence.")
        Map<String, Long> versionsByEvidence,
    CrawlJson crawl,
    PackageLinksJson links) {

  /** The addresses of a package. */
  @Schema(name = "PackageLinks", description = "Paths on this server.")
  record PackageLinksJson(
      @Schema(description = "This, as JSON.") String self,
      @Schema(description = "The page of it.") String html,
      @Schema(description = "The list of its versions.") String versions,
      @Schema(description = "Its edits in the registry, as a list.") String history) {}

  public static PackageJson of(PackageDetail found) {
    String name = found.name().value();
    LinksJson links = LinksJson.toPackage(name);
    return new PackageJson(
        name,
        found.description(),
        found.createdAt(),
        found.unpublishedAt(),
        found.takenDown(),
        found.downloadsLastMonth(),
        found.declaredRepositoryUrl(),
        RepositoryRefJson.ofNullable(found.declaredRepository()),
        found.latest().map(version -> VersionItemJson.of(name, version)).orElse(null),
        found.distTags(),
        found.versions().size(),
        byEvidence(found),
        CrawlJson.of(found.crawl()),
        new PackageLinksJson(
            links.self(),
            links.html(),
            JsonPaths.versions(found.name().value()),
            LinksJson.toHistory(name).self()));
  }

  private static Map<String, Long> byEvidence(PackageDetail found) {
    Map<Evidence, Long> counts = new EnumMap<>(Evidence.class);
    for (VersionSummary version : found.versions()) {
      counts.merge(version.evidence(), 1L, Long::sum);
    }
    return Slug.counts(EvidenceWord.counts(counts));
  }
}
