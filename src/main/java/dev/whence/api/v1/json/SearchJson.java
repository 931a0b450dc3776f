package dev.whence.api.v1.json;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.ListLinksJson;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.FoundVersions;
import dev.whence.catalog.read.RepositorySummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The results of a search: one page of packages, and the other things that the text names. */
@Schema(name = "Search", description = "What a search found.")
public record SearchJson(
    @Schema(description = "This page's packages.") List<PackageItemJson> items,
    @Schema(description = "How many packages were found.") long total,
    @Schema(description = "The pageToken of the next page. Null on the last page.", nullable = true)
        @Nullable String nextPageToken,
    @Schema(description = "The first repositories that were found.")
        List<RepositoryItemJson> repositories,
    @Schema(description = "How many repositories were found.") long repositoriesTotal,
    @Schema(
            description =
                "The versions that the text finds as a commit, a run, a digest or a log"
                    + " entry. There is one list for each that has any.")
        List<FoundVersionsJson> versions,
    ListLinksJson links) {

  /** Versions that were found because the text is, for example, a commit or a digest. */
  @Schema(name = "FoundVersions", description = "Versions that the text finds in one way.")
  record FoundVersionsJson(
      @Schema(description = "The parameters with which the list of versions has all of them.")
          Map<String, String> by,
      @Schema(description = "The newest of these versions.") List<VersionItemJson> items,
      long total,
      LinksJson links) {

    static FoundVersionsJson of(FoundVersions found) {
      Map<String, String> by = new LinkedHashMap<>();
      found.by().values().forEach((field, value) -> by.put(field.slug(), value));
      String path = "/versions" + ListPaths.query(found.by());
      return new FoundVersionsJson(
          by,
          found.versions().items().stream()
              .map(listed -> VersionItemJson.of(listed.packageName(), listed.summary()))
              .toList(),
          found.versions().total(),
          new LinksJson(JsonPaths.ROOT + path, path));
    }
  }

  public static SearchJson of(
      ListJson<PackageItemJson> packages,
      Page<RepositorySummary> repositories,
      List<FoundVersions> versions) {
    return new SearchJson(
        packages.items(),
        packages.total(),
        packages.nextPageToken(),
        repositories.items().stream().map(RepositoryItemJson::of).toList(),
        repositories.total(),
        versions.stream().map(FoundVersionsJson::of).toList(),
        packages.links());
  }
}
