package dev.whence.api.v1.json;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.provenance.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A package in a list. */
@Schema(name = "PackageItem", description = "A package in a list.")
public record PackageItemJson(
    String name,
    @Schema(nullable = true) @Nullable String description,
    @Schema(implementation = CrawlStatus.class) String crawlStatus,
    @Schema(
            description =
                "The latest version is the placeholder that npm's security team puts in the place"
                    + " of a package.")
        boolean takenDown,
    @Schema(description = "Null if we never asked the registry for its counts.", nullable = true)
        @Nullable Long downloadsLastMonth,
    @Schema(
            description = "The version that the dist-tag latest points at. Null if there is none.",
            nullable = true)
        @Nullable VersionItemJson latest,
    LinksJson links) {

  public static PackageItemJson of(PackageSummary summary) {
    return new PackageItemJson(
        summary.name(),
        summary.description(),
        Slug.of(summary.status()),
        summary.takenDown(),
        summary.downloadsLastMonth(),
        summary.latest() == null ? null : VersionItemJson.of(summary.name(), summary.latest()),
        LinksJson.toPackage(summary.name()));
  }
}
