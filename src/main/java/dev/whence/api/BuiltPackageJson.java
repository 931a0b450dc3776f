package dev.whence.api;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.RepositoryDetail;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package and what a repository or workflow built of it. */
@Schema(name = "BuiltPackage", description = "A package and what was built of it here.")
record BuiltPackageJson(
    String name,
    @Schema(description = "Versions built here.") long versions,
    @Schema(description = "Those of them whose every check passed.") long verified,
    @Schema(description = "The newest by semver built here.") String latestVersion,
    @Schema(nullable = true) @Nullable Instant latestPublishedAt,
    @Schema(implementation = Evidence.class) String latestEvidence,
    LinksJson links) {

  static BuiltPackageJson of(RepositoryDetail.BuiltPackage built) {
    return new BuiltPackageJson(
        built.name(),
        built.versions(),
        built.verified(),
        built.latestVersion(),
        built.latestPublishedAt(),
        Slug.of(built.latestEvidence()),
        Links.toPackage(built.name()));
  }
}
