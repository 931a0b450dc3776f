package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says that the newest publications of a package were removed. The page is about the latest version
 * that is left, so without this note it could look as if nothing happened.
 */
final class NewestRemovedNote {

  private static final int NAMED = 4;

  private NewestRemovedNote() {}

  static List<Note> of(PackageDetail detail) {
    @Nullable Instant latest = detail.latest().map(VersionSummary::publishedAt).orElse(null);
    if (latest == null) {
      return List.of();
    }
    List<VersionSummary> removed =
        detail.versions().stream()
            .filter(version -> version.removedAt() != null && isAfter(version, latest))
            .sorted(Comparator.comparing(VersionSummary::publishedAt).reversed())
            .toList();
    return removed.isEmpty()
        ? List.of()
        : List.of(new Note("warn", sentence(detail, removed, isNewest(detail, removed))));
  }

  private static boolean isAfter(VersionSummary version, Instant time) {
    return version.publishedAt() != null && version.publishedAt().isAfter(time);
  }

  /** True if no version that is left was published after one of them. */
  private static boolean isNewest(PackageDetail detail, List<VersionSummary> removed) {
    Instant oldest = Objects.requireNonNull(removed.getLast().publishedAt());
    return detail.versions().stream()
        .noneMatch(version -> version.removedAt() == null && isAfter(version, oldest));
  }

  private static Sentence sentence(
      PackageDetail detail, List<VersionSummary> removed, boolean isNewest) {
    boolean isOne = removed.size() == 1;
    Sentence.Writer out = Sentence.write();
    if (isNewest) {
      out.words(isOne ? "The newest publication, " : "The newest publications, ");
      names(out, detail, removed);
      out.words(isOne ? ", was" : ", were");
    } else {
      names(out, detail, removed);
      out.words(isOne ? ", which is newer than the latest version, was" : "")
          .words(isOne ? "" : ", which are newer than the latest version, were");
    }
    boolean isUnseen = removed.stream().allMatch(version -> version.hasProvenance() == null);
    return out.words(" removed from npm")
        .words(isUnseen ? " before we could fetch " + (isOne ? "it." : "them.") : ".")
        .end();
  }

  private static void names(
      Sentence.Writer out, PackageDetail detail, List<VersionSummary> removed) {
    String name = detail.name().value();
    int named = removed.size() > NAMED ? NAMED - 1 : removed.size();
    for (int i = 0; i < named; i++) {
      boolean isLast = i == removed.size() - 1;
      out.words(i == 0 ? "" : isLast ? " and " : ", ");
      String version = removed.get(i).version();
      out.page(PagePaths.version(name, version), version);
    }
    if (named < removed.size()) {
      out.words(" and " + Words.grouped(removed.size() - named) + " more");
    }
  }
}
