package dev.whence.api;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.SearchHit;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package that a search found. */
@Schema(name = "SearchHit", description = "A package that a search found.")
record SearchHitJson(
    String name,
    @Schema(nullable = true) @Nullable String description,
    @Schema(implementation = CrawlStatus.class) String crawlStatus,
    @Schema(
            description =
                "The latest version is the placeholder that npm's security team puts in the place"
                    + " of a package.")
        boolean takenDown,
    @Schema(description = "The version that the dist-tag latest points at.", nullable = true)
        @Nullable String latestVersion,
    @Schema(nullable = true) @Nullable Instant latestPublishedAt,
    @Schema(implementation = EvidenceWord.class, nullable = true) @Nullable String latestEvidence,
    @Schema(
            implementation = EvidenceReason.class,
            description = "Why it is pending or missing; null of the other words.",
            nullable = true)
        @Nullable String latestEvidenceReason,
    @Schema(description = "Null where the registry's counts were never asked for.", nullable = true)
        @Nullable Long downloadsLastMonth,
    LinksJson links) {

  static SearchHitJson of(SearchHit hit) {
    return new SearchHitJson(
        hit.name(),
        hit.description(),
        Slug.of(hit.status()),
        hit.takenDown(),
        hit.latestVersion(),
        hit.latestPublishedAt(),
        hit.latestEvidence() == null ? null : hit.latestEvidence().word().text(),
        hit.latestEvidence() == null ? null : Slug.ofNullable(hit.latestEvidence().reason()),
        hit.downloadsLastMonth(),
        Links.toPackage(hit.name()));
  }
}
