package dev.whence.api.v1.json;

import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package, and its versions that a repository or workflow built. */
@Schema(name = "BuiltPackage", description = "A package and what was built of it here.")
record BuiltPackageJson(
    String name,
    @Schema(description = "Versions built here.") long versions,
    @Schema(description = "How many of them are verified.") long verified,
    @Schema(description = "The highest version built here.") String latestVersion,
    @Schema(nullable = true) @Nullable Instant latestPublishedAt,
    @Schema(implementation = EvidenceWord.class) String latestEvidence,
    @Schema(
            implementation = EvidenceReason.class,
            description = "Why it is pending or missing. Null for the other words.",
            nullable = true)
        @Nullable String latestEvidenceReason,
    LinksJson links) {

  static BuiltPackageJson of(RepositoryDetail.BuiltPackage built) {
    return new BuiltPackageJson(
        built.name(),
        built.versions(),
        built.verified(),
        built.latestVersion(),
        built.latestPublishedAt(),
        built.latestEvidence().word().text(),
        Slug.ofNullable(built.latestEvidence().reason()),
        LinksJson.toPackage(built.name()));
  }
}
