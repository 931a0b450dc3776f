package dev.whence.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts that we keep of a packument, the registry's document about one package. A fact that it
 * does not state is absent. Then the earlier fact stays.
 *
 * @param name as the document states it
 * @param distTags tag to version, whether there is such a version or not; absent if the document
 *     has no dist-tags
 * @param versions in the document's order
 * @param removedVersions versions that only {@code time} or {@code time.unpublished} still lists,
 *     with the time of their publishing if that is known
 * @param created when the package was created, from {@code time}
 * @param modified when it last changed, from {@code time}
 * @param unpublishedAt when the whole package was unpublished; absent while it has versions
 */
public record Packument(
    PackageName name,
    @Nullable String description,
    @Nullable Map<String, String> distTags,
    List<PackumentVersion> versions,
    SortedMap<String, @Nullable Instant> removedVersions,
    @Nullable Instant created,
    @Nullable Instant modified,
    @Nullable Instant unpublishedAt) {

  /**
   * The number of the rules by which packuments are read (docs/packuments.md). Raise it when a rule
   * changes. Then each packument is read again, even an unchanged one, and facts that only the new
   * rule sees do not count as changes.
   */
  public static final int RULES = 2;

  /** The version that dist-tag {@code latest} points at, whether there is such a version or not. */
  public @Nullable String latest() {
    return distTags == null ? null : distTags.get("latest");
  }
}
