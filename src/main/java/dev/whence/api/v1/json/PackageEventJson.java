package dev.whence.api.v1.json;

import dev.whence.catalog.EventKind;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.provenance.Slug;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that changed of a package. */
@Schema(
    name = "PackageEvent",
    description = "Something that changed of a package between two crawls.")
public record PackageEventJson(
    @Schema(implementation = EventKind.class) String kind,
    @Schema(
            description = "The version that it is about; null for the package and for dist-tags.",
            nullable = true)
        @Nullable String version,
    @Schema(description = "The dist-tag that it is about; null for all else.", nullable = true)
        @Nullable String distTag,
    @Schema(
            description =
                "What the registry said until then, by kind: the version that the dist-tag pointed"
                    + " at, a message, an account, a digest. Null where it said nothing.",
            nullable = true)
        @Nullable String before,
    @Schema(
            description =
                "What it says since; null where nothing. Of a takedown, the placeholder's version.",
            nullable = true)
        @Nullable String after,
    @Schema(description = "When we noticed: it happened between the crawl before and then.")
        Instant noticedAt,
    @Schema(
            description =
                "When it happened, by the registry's own word: of an unpublished package, and of a"
                    + " takedown. Null where it has none.",
            nullable = true)
        @Nullable Instant happenedAt,
    @Schema(
            description = "Where the version is described; null where it is about none.",
            nullable = true)
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
