package dev.whence.web.facts;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Change;
import dev.whence.insight.compare.ComparedAspect;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.EvidenceStanding;
import dev.whence.web.facts.Differences.Item;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Sentence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says one difference in a sentence, with the value now and the value before. */
final class DifferenceWords {

  private static final String NEW = "New in ";

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

  Item item(Change change) {
    String lead = lead(change.kind());
    return new Item(
        change.isWarning() ? "warn" : "plain",
        lead.endsWith(" in ") ? lead + after.version() : lead,
        sentence(change));
  }

  private static String lead(Change.Kind kind) {
    return switch (kind) {
      case PROVENANCE_REGAINED -> "Back in ";
      case PROVENANCE_FIRST -> "First in ";
      case PROVENANCE_REJECTED -> "Rejected in ";
      case PROVENANCE_LOST, TRUSTED_PUBLISHING_LOST -> "Lost in ";
      case PROVENANCE_UNREADABLE, PROVENANCE_MISSING, PROVENANCE_INCONCLUSIVE, REMOVED ->
          "Provenance";
      case PROVENANCE_GAINED,
          PROVENANCE_NOT_REJECTED,
          REPOSITORY,
          REPOSITORY_OF_SAME_NAME,
          REPOSITORY_RENAMED,
          REPOSITORY_OWNER,
          REF,
          WORKFLOW,
          TRIGGER,
          RUNNER,
          BUILDER,
          TRUSTED_PUBLISHING_GAINED,
          TRUSTED_PUBLISHER,
          NEW_ACCOUNT ->
          NEW;
    };
  }

  private Sentence sentence(Change change) {
    return switch (change.kind()) {
      case PROVENANCE_REGAINED -> regained();
      case PROVENANCE_FIRST ->
          Sentence.of("provenance. No earlier version of this package has it.");
      case PROVENANCE_GAINED -> baseline("provenance. ", " has none.");
      case PROVENANCE_NOT_REJECTED ->
          baseline("provenance that is not rejected. The provenance of ", " was rejected.");
      case PROVENANCE_REJECTED ->
          baseline("its provenance. The provenance of ", " was not rejected.");
      case PROVENANCE_LOST -> lost();
      case PROVENANCE_UNREADABLE ->
          unclear("The attestation of ", " cannot be read, so we cannot compare.");
      case PROVENANCE_MISSING ->
          unclear("npm does not serve the attestation of ", ", so we cannot compare.");
      case PROVENANCE_INCONCLUSIVE -> unclear("The provenance of ", " is inconclusive.");
      case REMOVED -> removed();
      case REPOSITORY, REPOSITORY_OF_SAME_NAME, REF ->
          stated(change.aspect(), "built from ", "came from ");
      case REPOSITORY_RENAMED -> renamed(change.aspect());
      case REPOSITORY_OWNER ->
          Sentence.of("the repository has another owner. Its name and its id are the same.");
      case WORKFLOW -> stated(change.aspect(), "built by the workflow ", "used ");
      case TRIGGER -> stated(change.aspect(), "the build was started by ", "were started by ");
      case RUNNER -> stated(change.aspect(), "built on ", "ran on ");
      case BUILDER -> stated(change.aspect(), "built by ", "used ");
      case TRUSTED_PUBLISHING_LOST -> published(change.aspect(), "trusted publishing. Published ");
      case TRUSTED_PUBLISHING_GAINED, TRUSTED_PUBLISHER -> published(change.aspect(), "published ");
      case NEW_ACCOUNT -> firstByAccount(change.aspect());
    };
  }

  private Sentence unclear(String first, String last) {
    Sentence.Writer out = Sentence.write();
    version(out, before);
    return out.words(" has verified provenance. " + first + after.version() + last).end();
  }

  /** The first sentence of the page says already that the version was removed. */
  private Sentence removed() {
    Sentence.Writer out = Sentence.write();
    if (EvidenceStanding.of(before.evidence()) == EvidenceStanding.PROVENANCE) {
      version(out, before);
      out.words(" has it. ");
    }
    return out.words("We do not know whether " + after.version() + " had it.").end();
  }

  private Sentence lost() {
    @Nullable VersionSummary gap = comparison.gap();
    Sentence.Writer out = Sentence.write().words("provenance. The earlier release ");
    version(out, before);
    if (gap != null && EvidenceStanding.of(gap.evidence()) == EvidenceStanding.NONE) {
      out.words(" has it. ");
      version(out, gap);
      return out.words(" and this one have none.").end();
    }
    return out.words(" has it. This one has none.").end();
  }

  /** The sentence for a release in between without provenance. */
  private Sentence regained() {
    VersionSummary gap = Objects.requireNonNull(comparison.gap());
    Sentence.Writer out = Sentence.write().words("provenance. ");
    version(out, before);
    out.words(" has it. The release in between, ");
    version(out, gap);
    boolean isRejected = EvidenceStanding.of(gap.evidence()) == EvidenceStanding.REJECTED;
    return out.words(isRejected ? ", has one that was rejected." : ", has none.").end();
  }

  private static Sentence renamed(ComparedAspect compared) {
    return Sentence.write()
        .words("the repository was renamed from ")
        .name(compared.before())
        .words(" to ")
        .name(compared.after())
        .words(". Its id is the same.")
        .end();
  }

  private Sentence stated(ComparedAspect compared, String is, String was) {
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
      alike(out, compared, was);
    }
    return out.end();
  }

  /** Each release has its own tag, so two releases always have different tags. */
  private void alike(Sentence.Writer out, ComparedAspect compared, String was) {
    out.words(" " + Amount.of(compared.asAfter(), "earlier version") + " ");
    out.words(compared.asAfter() == 1 ? was.replace("were ", "was ") : was);
    if (AspectWords.isTag(compared, compared.after())) {
      out.words("a tag, too.");
    } else {
      out.name(AspectWords.after(comparison, compared)).words(", too.");
    }
  }

  private Sentence published(ComparedAspect compared, String lead) {
    return baseline(
        lead + "by " + AspectWords.after(comparison, compared) + ". ", " was " + was(compared));
  }

  private Sentence firstByAccount(ComparedAspect compared) {
    return baseline(
        "published by "
            + AspectWords.after(comparison, compared)
            + ". We know of no earlier version by this account. ",
        " was " + was(compared));
  }

  private String was(ComparedAspect compared) {
    return "published by " + AspectWords.before(comparison, compared) + ".";
  }

  private Sentence baseline(String first, String last) {
    Sentence.Writer out = Sentence.write().words(first);
    version(out, before);
    return out.words(last).end();
  }

  private void version(Sentence.Writer out, VersionSummary version) {
    out.page(PagePaths.version(packageName, version.version()), version.version());
  }
}
