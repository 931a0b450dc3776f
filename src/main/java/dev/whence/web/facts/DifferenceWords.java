package dev.whence.web.facts;

import dev.whence.catalog.VersionSummary;
import dev.whence.insight.compare.Compared;
import dev.whence.insight.compare.Compared.Outcome;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.Standing;
import dev.whence.web.facts.Differences.Item;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says one difference in a sentence: what is so now, and what was so before. */
final class DifferenceWords {

  private final String packageName;
  private final Comparison comparison;
  private final VersionSummary before;
  private final VersionSummary after;

  DifferenceWords(String packageName, Comparison comparison) {
    this.packageName = packageName;
    this.comparison = comparison;
    this.before = AspectWords.baseline(comparison);
    this.after = comparison.version();
  }

  /** Absent where it is not worth a sentence. */
  @Nullable Item item(Compared compared) {
    return switch (compared.aspect()) {
      case EVIDENCE -> evidence(compared);
      case REPOSITORY ->
          compared.outcome() == Outcome.RENAMED
              ? renamed(compared)
              : stated(compared, "built from ", "came from ");
      case REF -> stated(compared, "built from ", "came from ");
      case WORKFLOW -> stated(compared, "built by the workflow ", "used ");
      case TRIGGER -> stated(compared, "the build was started by ", "were started by ");
      case RUNNER -> stated(compared, "built on a runner of the kind ", "ran on ");
      case BUILDER -> stated(compared, "built by ", "used ");
      case PUBLISHER -> publisher(compared);
    };
  }

  private @Nullable Item evidence(Compared compared) {
    Standing was = Standing.of(before.evidence());
    return switch (comparison.standing()) {
      case PROVENANCE -> gained(compared, was);
      case REJECTED ->
          was == Standing.PROVENANCE
              ? item(compared, "Rejected in ", baseline("its provenance. That of ", " was not."))
              : null;
      case NONE -> was == Standing.PROVENANCE ? item(compared, "Lost in ", lost()) : null;
      case REMOVED ->
          item(
              compared,
              "Removed",
              was == Standing.PROVENANCE
                  ? baseline(
                      "the registry removed it before we could look at it. ", " has provenance.")
                  : Sentence.of("the registry removed it before we could look at it."));
      case UNKNOWN -> null;
    };
  }

  private Sentence lost() {
    @Nullable VersionSummary gap = comparison.gap();
    Sentence.Writer out = Sentence.write();
    out.words("provenance. An earlier release, ");
    version(out, before);
    out.words(", has it. This one has none");
    if (gap != null && Standing.of(gap.evidence()) == Standing.NONE) {
      out.words(", like ");
      version(out, gap);
    }
    return out.words(".").end();
  }

  /** The provenance that a release in between has not. */
  Item regained() {
    VersionSummary gap = Objects.requireNonNull(comparison.gap());
    Sentence.Writer out = Sentence.write().words("provenance. ");
    version(out, before);
    out.words(" has it. ");
    version(out, gap);
    boolean isRejected = Standing.of(gap.evidence()) == Standing.REJECTED;
    out.words(", between them, has " + (isRejected ? "one that was rejected." : "none."));
    return new Item("plain", "Back in " + after.version(), out.end());
  }

  private Item gained(Compared compared, Standing was) {
    if (comparison.isFirst()) {
      return item(
          compared,
          "First in ",
          Sentence.of("provenance. No earlier version of this package has it."));
    }
    return item(
        compared,
        "New in ",
        was == Standing.REJECTED
            ? baseline("provenance that was not rejected. That of ", " was.")
            : baseline("provenance. ", " has none."));
  }

  private Item renamed(Compared compared) {
    Sentence.Writer out = Sentence.write();
    if (AspectWords.isSameName(comparison, compared)) {
      out.words("the repository has another owner. Its name and its id are the same.");
    } else {
      out.words("the repository was renamed from ")
          .name(compared.before())
          .words(" to ")
          .name(compared.after())
          .words(". Its id is the same.");
    }
    return item(compared, "New in ", out.end());
  }

  private Item stated(Compared compared, String is, String was) {
    Sentence.Writer out =
        Sentence.write().words(is).name(AspectWords.after(comparison, compared)).words(". ");
    if (compared.asBefore() == compared.earlier() && compared.earlier() > 1) {
      boolean isAll = compared.earlier() == comparison.hadProvenance();
      String versions = Amount.of(compared.earlier(), "earlier version");
      out.words((isAll ? "The " : "") + versions + (isAll ? " with provenance " : " ") + was);
      if (AspectWords.isTag(compared, compared.before())) {
        out.words("a tag each.");
      } else {
        out.name(AspectWords.before(comparison, compared)).words(".");
      }
    } else {
      version(out, before);
      out.words(" " + was.replace("were ", "was "));
      out.name(AspectWords.before(comparison, compared)).words(".");
    }
    if (compared.outcome() == Outcome.OTHER) {
      out.words(" " + Amount.of(compared.asAfter(), "earlier version") + alike(compared));
    }
    return item(compared, "New in ", out.end());
  }

  /** Each release has a tag of its own, so two state a tag, and never the same one. */
  private static String alike(Compared compared) {
    return AspectWords.isTag(compared, compared.after())
        ? " came from a tag, too."
        : " stated the same as now.";
  }

  private @Nullable Item publisher(Compared compared) {
    String now = AspectWords.after(comparison, compared);
    String was = AspectWords.before(comparison, compared);
    return switch (compared.outcome()) {
      case LESS ->
          item(
              compared,
              "Lost in ",
              baseline(
                  "trusted publishing. Published by " + now + "; ",
                  " was published by " + was + "."));
      case MORE, NEW ->
          item(
              compared,
              "New in ",
              baseline("published by " + now + ". ", " was published by " + was + "."));
      case OTHER ->
          compared.asAfter() == 0
              ? item(
                  compared,
                  "New in ",
                  baseline(
                      "published by "
                          + now
                          + ", which published no earlier version that we know of. ",
                      " was published by " + was + "."))
              : null;
      case SAME, RENAMED -> null;
    };
  }

  private Sentence baseline(String first, String last) {
    Sentence.Writer out = Sentence.write().words(first);
    version(out, before);
    return out.words(last).end();
  }

  private void version(Sentence.Writer out, VersionSummary version) {
    out.page(Paths.version(packageName, version.version()), version.version());
  }

  private Item item(Compared compared, String lead, Sentence sentence) {
    return new Item(
        compared.outcome().isWarning() ? "warn" : "plain",
        lead.endsWith(" in ") ? lead + after.version() : lead,
        sentence);
  }
}
