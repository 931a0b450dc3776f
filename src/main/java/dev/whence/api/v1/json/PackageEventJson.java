package dev.whence.api.v1.json;

import dev.whence.catalog.EventKind;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a package. */
@Schema(
    name = "PackageEvent",
    description = "Something that changed about a package between two crawls.")
public record PackageEventJson(
    @Schema(implementation = EventKind.class) String kind,
    @Schema(
            description = "The version that it is about. Null for the package and for dist-tags.",
            nullable = true)
        @Nullable String version,
    @Schema(description = "The dist-tag that it is about. Otherwise null.", nullable = true)
        @Nullable String distTag,
    @Schema(
            description =
                "What the registry said before, by kind: the version that the dist-tag"
                    + " pointed at, a message, an account, a digest. Null if it said nothing.",
            nullable = true)
        @Nullable String before,
    @Schema(
            description =
                "What the registry says since then. Null if nothing. For a takedown it is the"
                    + " placeholder's version.",
            nullable = true)
        @Nullable String after,
    @Schema(description = "When we noticed. It happened between the crawl before and this time.")
        Instant noticedAt,
    @Schema(
            description =
                "When it happened, as the registry says, for an unpublished package or a"
                    + " takedown. Otherwise null.",
            nullable = true)
        @Nullable Instant happenedAt,
    @Schema(description = "The version's paths. Null if it is about no version.", nullable = true)
        @Nullable LinksJson links) {

  public static PackageEventJson of(String packageName, PackageEvent event) {
    return new PackageEventJson(
        Slug.of(event.kind()),
        event.version(),
        event.tag(),
        event.before(),
        event.after(),
        event.noticedAt(),
        event.happenedAt(),
        event.version() == null ? null : LinksJson.toVersion(packageName, event.version()));
  }
}
