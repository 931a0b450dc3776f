package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.Provenance;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The first sentence about a version, exactly true for each kind of evidence. If we do not know
 * something, the sentence never says "none".
 */
public final class EvidenceWords {

  private static final String CANNOT_SAY = "We cannot say where it was built.";

  private EvidenceWords() {}

  /** About a version on its own page. There we know whether npm ever listed it. */
  public static Sentence ofVersion(VersionDetail version) {
    return version.summary().evidence() == Evidence.REMOVED && version.seen()
        ? Sentence.of(
            "This version was removed from npm before we could fetch its attestation. "
                + CANNOT_SAY)
        : ofVersion(version.summary());
  }

  /** About a version. */
  public static Sentence ofVersion(VersionSummary version) {
    return sentence(version, Sentence.write(), true);
  }

  /** About the latest version, on the page of its package. */
  public static Sentence ofLatest(VersionSummary version) {
    Sentence.Writer out =
        Sentence.write().words("The latest version, ").name(version.version()).words(", ");
    return sentence(version, out, false);
  }

  private static Sentence sentence(VersionSummary version, Sentence.Writer out, boolean starts) {
    switch (version.evidence()) {
      case VERIFIED -> {
        state(out, version, starts, starts ? "Built" : "was built");
        out.words(". " + allPassed(version) + ownRunner(version));
      }
      case REJECTED -> {
        out.words((starts ? "Do" : "has a provenance that was rejected. Do") + " not rely on");
        out.words((starts ? " this provenance: " : " it: ") + failed(version));
        claim(out, version.provenance());
      }
      case INCONCLUSIVE -> {
        claims(out, version, starts);
        out.words(
            ". This is inconclusive: "
                + version.checksPassed()
                + " of "
                + version.checksApplicable()
                + " checks passed, none failed.");
      }
      case NOT_CHECKED -> {
        claims(out, version, starts);
        out.words(". This is pending: we have not checked it yet.");
      }
      case UNREADABLE ->
          out.words(subject(starts) + " an attestation that we cannot read. " + CANNOT_SAY);
      case NOT_FOUND ->
          out.words(
              (starts
                      ? "npm lists an attestation for this version but answers 404 for it. "
                      : "has an attestation that npm lists but answers 404 for. ")
                  + CANNOT_SAY);
      case NOT_FETCHED ->
          out.words(
              subject(starts)
                  + " an attestation that we have not fetched yet. We cannot say yet where it was"
                  + " built.");
      case REFUSED ->
          out.words(
              (starts
                      ? "npm lists an attestation for this version but refuses to serve it. "
                      : "has an attestation that npm lists but refuses to serve. ")
                  + CANNOT_SAY);
      case FAILING ->
          out.words(
              subject(starts)
                  + " an attestation, but we could not fetch it so far. We cannot say yet where it"
                  + " was built.");
      case REMOVED ->
          out.words(
              (starts ? "This version was" : "was")
                  + " removed from npm before we saw it. "
                  + CANNOT_SAY);
      case UNKNOWN ->
          out.words(
              (starts ? "This version comes" : "comes")
                  + " from a registry that passes on no provenance. We cannot know where it was"
                  + " built.");
      case PUBLISH_ONLY ->
          out.words(
              (starts ? "npm signed that it accepted this version." : "was accepted by npm.")
                  + " No signed record says where it was built.");
      case NONE ->
          out.words(subject(starts) + " no provenance: no signed record says where it was built.");
    }
    return out.end();
  }

  private static String subject(boolean starts) {
    return starts ? "This version has" : "has";
  }

  /** The note beside the sentence: the limits of what it says. */
  public static String limit(
      VersionSummary version, ReleaseHistory history, AskingAgain.Young young) {
    return switch (version.evidence()) {
      case VERIFIED -> "This says where the package came from, not that its code is safe.";
      case REJECTED ->
          "We cannot say where this version came from. A failed check can be an attack or a"
              + " mistake.";
      case INCONCLUSIVE ->
          "Usually we lack a key or a log that a check needs. The checks below say what is missing.";
      case NOT_CHECKED, NOT_FETCHED -> "We will get to it. This says nothing about the package.";
      case UNREADABLE ->
          "We keep the bytes as npm served them, and anybody can download them. "
              + asked(version, young.includes(version));
      case NOT_FOUND -> asked(version, young.includes(version));
      case REFUSED, FAILING -> asked(version, true);
      case REMOVED -> "Nobody can fetch it from npm any more, so this will stay unknown.";
      case UNKNOWN ->
          "npm itself may have provenance for it. The repository that package.json names is not"
              + " verified.";
      case PUBLISH_ONLY, NONE ->
          without(history.of(version), history.hasProvenance())
              + "The repository that package.json names is not verified.";
    };
  }

  /** Says whether we ask again. */
  private static String asked(VersionSummary version, boolean isAsked) {
    if (version.removedAt() != null) {
      return "This version was removed from npm, so its attestation can never be fetched.";
    }
    return isAsked
        ? "We keep asking npm for it."
        : "We no longer ask npm for it, because this version is not new.";
  }

  /** That most packages have none is said only if this package never had provenance. */
  private static String without(Comparison comparison, boolean isKnownToThePackage) {
    if (comparison.isWarning()) {
      return "";
    }
    return isKnownToThePackage
        ? "Other versions of this package have provenance. This one has none. "
        : "Most npm packages have no provenance. ";
  }

  private static void claims(Sentence.Writer out, VersionSummary version, boolean starts) {
    state(
        out,
        version,
        starts,
        starts
            ? "The provenance says that this version was built"
            : "has a provenance that says it was built");
  }

  private static void state(
      Sentence.Writer out, VersionSummary version, boolean starts, String words) {
    if (version.provenance() == null) {
      out.words((starts ? "This version has" : "has") + " provenance, but we cannot summarise it");
    } else {
      ProvenanceWords.describe(out.words(words), version.provenance());
    }
  }

  private static void claim(Sentence.Writer out, @Nullable Provenance provenance) {
    if (provenance == null) {
      out.words(" We cannot summarise it.");
    } else {
      ProvenanceWords.describe(out.words(" It claims that this version was built"), provenance);
      out.words(".");
    }
  }

  /** Of the twelve checks, those that do not apply do not count as passed. */
  private static String allPassed(VersionSummary version) {
    return version.checksApplicable() == CheckKind.values().length
        ? "All " + version.checksApplicable() + " checks passed."
        : "All " + version.checksApplicable() + " checks that apply passed.";
  }

  /** A check that does not apply would hide the weakness of such a build. */
  private static String ownRunner(VersionSummary version) {
    @Nullable Builder builder =
        version.provenance() == null ? null : version.provenance().builder();
    boolean isOwn =
        version.level() == null
            && builder != null
            && "self-hosted".equals(builder.runnerEnvironment());
    return isOwn
        ? " The owner of a self-hosted runner could change the build, so it has no SLSA level."
        : "";
  }

  private static String failed(VersionSummary version) {
    return version.checksApplicable()
        - version.checksPassed()
        + " of "
        + version.checksApplicable()
        + " checks did not pass.";
  }
}
