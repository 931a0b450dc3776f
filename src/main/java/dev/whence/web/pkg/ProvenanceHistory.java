package dev.whence.web.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionSummary;
import dev.whence.insight.compare.Standing;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how many versions of a package have provenance, and since when. */
final class ProvenanceHistory {

  private ProvenanceHistory() {}

  /** Absent where there are no versions. */
  static @Nullable Sentence of(String name, List<VersionSummary> versions, Frame frame) {
    if (versions.isEmpty()) {
      return null;
    }
    List<VersionSummary> with =
        versions.stream()
            .filter(version -> Boolean.TRUE.equals(Standing.of(version.evidence()).hasProvenance()))
            .toList();
    List<Evidence> unknown =
        versions.stream()
            .map(VersionSummary::evidence)
            .filter(evidence -> Standing.of(evidence).hasProvenance() == null)
            .toList();
    Sentence.Writer out = Sentence.write();
    if (unknown.size() == versions.size()) {
      out.words("We do not know whether its ")
          .page(Lists.versionsOf(name), Amount.of(versions.size(), "version"))
          .words(versions.size() == 1 ? " has provenance" : " have provenance");
    } else {
      counts(out, with.size(), versions.size(), Lists.versionsOf(name));
    }
    first(with).ifPresent(version -> since(out, version, !unknown.isEmpty(), frame));
    out.words(".");
    rejected(out, with);
    unknown(out, unknown);
    return out.end();
  }

  /** Why it is not known of some. */
  private static void unknown(Sentence.Writer out, List<Evidence> unknown) {
    long removed = Collections.frequency(unknown, Evidence.REMOVED);
    long silent = Collections.frequency(unknown, Evidence.UNKNOWN);
    long others = unknown.size() - removed - silent;
    if (removed > 0) {
      out.words(
          " "
              + Words.grouped(removed)
              + (removed == 1
                  ? " was removed from the registry before we could look at it."
                  : " were removed from the registry before we could look at them."));
    }
    if (silent > 0) {
      out.words(
          " Of "
              + Words.grouped(silent)
              + " we cannot know whether they have provenance: the registry passed none on when we"
              + " asked.");
    }
    if (others > 0) {
      out.words(
          " Of "
              + Words.grouped(others)
              + " we do not know whether they have provenance: it is advertised, but could not be"
              + " fetched or read so far.");
    }
  }

  private static void counts(Sentence.Writer out, int with, int all, String path) {
    String versions = Amount.of(all, "version");
    if (with == all) {
      out.words(all == 1 ? "Its " : "All its ")
          .page(path, versions)
          .words(all == 1 ? " has provenance" : " have provenance");
    } else if (with == 0) {
      out.words(all == 1 ? "Its " : "None of its ")
          .page(path, versions)
          .words(all == 1 ? " has no known provenance" : " has known provenance");
    } else {
      out.words(Words.grouped(with) + " of its ")
          .page(path, versions)
          .words((with == 1 ? " has" : " have") + " provenance");
    }
  }

  /** A rejected claim is provenance all the same, and must not be taken for proof. */
  private static void rejected(Sentence.Writer out, List<VersionSummary> with) {
    long rejected =
        with.stream().filter(version -> version.evidence() == Evidence.REJECTED).count();
    if (rejected == with.size() && rejected > 0) {
      out.words(
          rejected == 1
              ? " It was rejected and proves nothing."
              : " All of it was rejected and proves nothing.");
    } else if (rejected > 0) {
      out.words(" That of " + Words.grouped(rejected) + " was rejected and proves nothing.");
    }
  }

  private static void since(
      Sentence.Writer out, VersionSummary version, boolean isGuess, Frame frame) {
    out.words(isGuess ? ", the first known being " : ", the first being ").name(version.version());
    if (version.publishedAt() != null) {
      out.words(" of " + frame.when(version.publishedAt()).date());
    }
  }

  private static Optional<VersionSummary> first(List<VersionSummary> with) {
    return with.stream()
        .filter(version -> version.publishedAt() != null)
        .min(Comparator.comparing(VersionSummary::publishedAt));
  }
}
