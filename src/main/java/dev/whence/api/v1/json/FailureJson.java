package dev.whence.api.v1.json;

import dev.whence.catalog.read.CrawlOverview;
import dev.whence.catalog.read.CrawlOverview.FailedPart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that could not be fetched. */
@Schema(
    name = "Failure",
    description =
        "A package whose last crawl failed, or a version whose attestations we could not fetch.")
public record FailureJson(
    @Schema(description = "The package's.") String name,
    @Schema(
            description = "The version. Null if we could not crawl the package itself.",
            nullable = true)
        @Nullable String version,
    @Schema(
            description = "The tries to fetch the version's attestations. Null without a version.",
            nullable = true)
        @Nullable AttestationTryJson attestationTry,
    CrawlJson crawl,
    LinksJson links) {

  public static FailureJson of(CrawlOverview.Failure failure) {
    @Nullable FailedPart part = failure.part();
    return new FailureJson(
        failure.name(),
        part == null ? null : part.version(),
        AttestationTryJson.ofNullable(part == null ? null : part.attempt(), failure.crawl()),
        CrawlJson.of(failure.crawl()),
        part == null
            ? LinksJson.toPackage(failure.name())
            : LinksJson.toVersion(failure.name(), part.version()));
  }
}
