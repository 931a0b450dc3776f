package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.ui.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dist-tag with the version that it points at.
 *
 * @param path of the version's page; absent if we never saw this version
 * @param isDangling the registry does not have the version
 */
public record DistTag(String tag, String version, @Nullable String path, boolean isDangling) {

  private static final String LATEST = "latest";

  /** All dist-tags, {@code latest} first. */
  static List<DistTag> of(PackageDetail detail) {
    return detail.distTags().entrySet().stream()
        .map(tag -> of(detail, tag.getKey(), tag.getValue()))
        .sorted(Comparator.comparing(tag -> !tag.tag().equals(LATEST)))
        .toList();
  }

  private static DistTag of(PackageDetail detail, String tag, String version) {
    Optional<VersionSummary> known = known(detail, version);
    return new DistTag(
        tag,
        version,
        known.isPresent() ? PagePaths.version(detail.name().value(), version) : null,
        known.isEmpty() || known.get().removedAt() != null);
  }

  private static Optional<VersionSummary> known(PackageDetail detail, String version) {
    return detail.versions().stream().filter(v -> v.version().equals(version)).findFirst();
  }

  /** Says why a package has no latest version. */
  static Sentence noLatest(PackageDetail detail) {
    Optional<String> tagged = detail.latestTag();
    if (tagged.isEmpty()) {
      return Sentence.of("This package has no latest tag.");
    }
    return Sentence.write()
        .words("The latest tag points at ")
        .name(tagged.get())
        .words(
            known(detail, tagged.get()).isPresent()
                ? ", which was removed from npm."
                : ", and npm has no such version.")
        .end();
  }
}
