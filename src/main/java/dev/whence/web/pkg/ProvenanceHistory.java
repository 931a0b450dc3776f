package dev.whence.web.pkg;

import dev.whence.address.ListPaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how many versions of a package have provenance, and since when. */
final class ProvenanceHistory {

  private ProvenanceHistory() {}

  /** Absent if there are no versions. */
  static @Nullable Sentence of(String name, List<VersionSummary> versions, Frame frame) {
    if (versions.isEmpty()) {
      return null;
    }
    List<VersionSummary> with =
        versions.stream().filter(version -> Boolean.TRUE.equals(version.hasProvenance())).toList();
    List<Evidence> unknown =
        versions.stream()
            .filter(version -> version.hasProvenance() == null)
            .map(VersionSummary::evidence)
            .toList();
    Sentence.Writer out = Sentence.write();
    if (unknown.size() == versions.size()) {
      out.words("We do not know whether its ")
          .page(ListPaths.versionsOf(name), Amount.of(versions.size(), "version"))
          .words(versions.size() == 1 ? " has provenance." : " have provenance.");
    } else {
      counts(out, with.size(), versions.size(), unknown.isEmpty(), ListPaths.versionsOf(name));
    }
    first(with).ifPresent(version -> since(out, version, !unknown.isEmpty(), frame));
    rejected(out, with);
    unknown(out, unknown);
    return out.end();
  }

  /** The reasons why we do not know it for some versions, each with its count. */
  private static void unknown(Sentence.Writer out, List<Evidence> unknown) {
    long removed = count(unknown, Evidence.REMOVED);
    if (removed > 0) {
      out.words(" " + Words.grouped(removed))
          .words(removed == 1 ? " was removed" : " were removed")
          .words(" from npm before we could fetch " + (removed == 1 ? "it." : "them."));
    }
    has(out, count(unknown, Evidence.NOT_FOUND, Evidence.REFUSED), "npm lists but does not serve");
    has(out, count(unknown, Evidence.NOT_FETCHED, Evidence.FAILING), "we have not fetched yet");
    has(out, count(unknown, Evidence.UNREADABLE), "we cannot read");
    long silent = count(unknown, Evidence.UNKNOWN);
    if (silent > 0) {
      out.words(" This registry passed on no provenance for " + Amount.of(silent, "version") + ".");
    }
  }

  private static void has(Sentence.Writer out, long count, String what) {
    if (count > 0) {
      out.words(" " + Words.grouped(count) + (count == 1 ? " has" : " have"))
          .words(" an attestation that " + what + ".");
    }
  }

  private static long count(List<Evidence> evidence, Evidence... ones) {
    return evidence.stream().filter(List.of(ones)::contains).count();
  }

  private static void counts(
      Sentence.Writer out, int with, int all, boolean isKnownOfAll, String path) {
    String versions = Amount.of(all, "version");
    if (with == all) {
      out.words(all == 1 ? "Its " : "All ")
          .page(path, versions)
          .words(all == 1 ? " has provenance." : " have provenance.");
    } else if (with == 0) {
      out.words(isKnownOfAll ? "None of its " : "We know of no provenance of its ")
          .page(path, versions)
          .words(isKnownOfAll ? " has provenance." : ".");
    } else {
      out.words(Words.grouped(with) + " of its ")
          .page(path, versions)
          .words((with == 1 ? " has" : " have") + " provenance.");
    }
  }

  /**
   * A rejected provenance counts as provenance, so the sentence must say that it proves nothing.
   */
  private static void rejected(Sentence.Writer out, List<VersionSummary> with) {
    long rejected =
        with.stream().filter(version -> version.evidence() == Evidence.REJECTED).count();
    if (rejected == 0) {
      return;
    }
    if (rejected == with.size()) {
      out.words(rejected == 1 ? " The provenance was rejected." : " All of it was rejected.");
    } else {
      out.words(" The provenance of " + Amount.of(rejected, "version") + " was rejected.");
    }
    out.words(" It proves nothing.");
  }

  private static void since(
      Sentence.Writer out, VersionSummary version, boolean isGuess, Frame frame) {
    out.words(isGuess ? " The first that we know of is " : " The first is ");
    out.name(version.version());
    if (version.publishedAt() != null) {
      out.words(", published on " + frame.when(version.publishedAt()).date());
    }
    out.words(".");
  }

  private static Optional<VersionSummary> first(List<VersionSummary> with) {
    return with.stream()
        .filter(version -> version.publishedAt() != null)
        .min(Comparator.comparing(VersionSummary::publishedAt));
  }
}
