package dev.whence.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts that we keep of a packument, the registry's document about one package.
 *
 * @param name as the document states it
 * @param distTags tag to version
 * @param versions in the document's order
 * @param removedVersions versions that {@code time} still lists though {@code versions} lacks them
 * @param created when the package was created, from {@code time}
 * @param modified when it last changed, from {@code time}
 * @param unpublishedAt when the whole package was unpublished; absent while it is published
 */
public record Packument(
    PackageName name,
    @Nullable String description,
    Map<String, String> distTags,
    List<PackumentVersion> versions,
    SortedMap<String, Instant> removedVersions,
    @Nullable Instant created,
    @Nullable Instant modified,
    @Nullable Instant unpublishedAt) {}
