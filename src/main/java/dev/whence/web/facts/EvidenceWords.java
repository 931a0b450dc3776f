package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionDetail;
import dev.whence.catalog.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.Provenance;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The first sentence about a version: true to the letter for each kind of evidence. What is not
 * known is never told as something that is not there.
 */
public final class EvidenceWords {

  private EvidenceWords() {}

  /** About a version on its own page, where it is known whether the registry ever listed it. */
  public static Sentence ofVersion(VersionDetail version) {
    return version.summary().evidence() == Evidence.REMOVED && version.seen()
        ? Sentence.of(
            "The registry removed this version before we could fetch its attestation. We cannot say"
                + " where it was built.")
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
        out.words(starts ? "Built" : "was built");
        describe(out, version.provenance());
        out.words(". " + allPassed(version));
      }
      case REJECTED -> {
        out.words((starts ? "Do" : "has a provenance that was rejected. Do") + " not rely on");
        out.words((starts ? " this provenance: " : " it: ") + failed(version));
        out.words(" It claims that this version was built");
        describe(out, version.provenance());
        out.words(".");
      }
      case UNDECIDED -> {
        claims(out, version, starts);
        out.words(
            ". This claim could not be checked in full: "
                + version.checksPassed()
                + " of "
                + version.checksApplicable()
                + " checks passed, none failed.");
      }
      case NOT_VERIFIED -> {
        claims(out, version, starts);
        out.words(". Nobody has checked this claim here yet.");
      }
      case UNREADABLE ->
          out.words(
              (starts ? "This version has" : "has")
                  + " an attestation that cannot be read, so nothing is known of where it was"
                  + " built.");
      case NOT_SERVED ->
          out.words(
              (starts
                      ? "The registry lists an attestation of this version, but answers 404 for it."
                      : "has an attestation that the registry lists, but answers 404 for.")
                  + " We cannot say where it was built.");
      case NOT_LOOKED_AT ->
          out.words(
              (starts ? "This version has" : "has")
                  + " an attestation that has not been fetched yet. Where it was built is not known"
                  + " so far.");
      case REFUSED ->
          out.words(
              (starts ? "This version has" : "has")
                  + " an attestation that the registry refuses to serve. We cannot say where it was"
                  + " built.");
      case FAILING ->
          out.words(
              (starts ? "This version has" : "has")
                  + " an attestation, but asking for it failed. We cannot say yet where it was"
                  + " built.");
      case REMOVED ->
          out.words(
              (starts ? "The registry removed this version" : "was removed by the registry")
                  + " before we saw it. We cannot say where it was built.");
      case UNKNOWN ->
          out.words(
              starts
                  ? "The registry passed on no provenance when we asked, so we cannot know where this"
                      + " version was built."
                  : "comes from a registry that passed on no provenance when we asked, so we cannot"
                      + " know where it was built.");
      case PUBLISH_ONLY ->
          out.words(
              (starts ? "This version has" : "has")
                  + " an attestation that npm took it in, and none that says where it was built.");
      case NO_ATTESTATION ->
          out.words(
              (starts ? "This version has" : "has")
                  + " no provenance: nothing signed says where it was built.");
    }
    return out.end();
  }

  /** The small print beside the sentence: what it does not say. */
  public static String limit(VersionSummary version, ReleaseHistory history) {
    return switch (version.evidence()) {
      case VERIFIED -> "This says where the package came from, not that its code is safe.";
      case REJECTED ->
          "We cannot say where this version came from. A failed check can be an attack or a"
              + " mistake.";
      case UNDECIDED ->
          "Mostly our side lacks something that a check needs, such as a key. Each check says"
              + " why it could not be made.";
      case NOT_VERIFIED, NOT_LOOKED_AT -> "This is about our progress, not about the package.";
      case UNREADABLE -> "The bytes are kept as they were served, for anybody to look at.";
      case NOT_SERVED, REFUSED, FAILING -> asked(version);
      case REMOVED -> "The registry no longer serves it, so it can never be looked at.";
      case UNKNOWN ->
          "npm itself may have provenance for it. Nobody checked the repository that package.json"
              + " names.";
      case PUBLISH_ONLY, NO_ATTESTATION ->
          without(history.of(version), history.hasProvenance())
              + "Nobody checked the repository that package.json names.";
    };
  }

  /** Whether it is asked for again. */
  private static String asked(VersionSummary version) {
    if (version.removedAt() != null) {
      return "The registry no longer has this version, so it can never be fetched.";
    }
    return version.evidence() == Evidence.NOT_SERVED
        ? "We ask again at each crawl while the version is new."
        : "We go on asking the registry for it.";
  }

  /** Others that have none are no comfort where this package has had some. */
  private static String without(Comparison comparison, boolean isKnownToThePackage) {
    if (comparison.isWarning()) {
      return "";
    }
    return isKnownToThePackage
        ? "Other versions of this package have provenance. This one has none. "
        : "Most npm packages have none. ";
  }

  private static void claims(Sentence.Writer out, VersionSummary version, boolean starts) {
    out.words(starts ? "Said to be built" : "is said to be built");
    describe(out, version.provenance());
  }

  private static void describe(Sentence.Writer out, @Nullable Provenance provenance) {
    if (provenance == null) {
      out.words(" as an attestation states that cannot be summed up");
    } else {
      ProvenanceWords.describe(out, provenance);
    }
  }

  /** Twelve checks are made; the ones that do not apply do not count as passed. */
  private static String allPassed(VersionSummary version) {
    return version.checksApplicable() == CheckKind.values().length
        ? "All " + version.checksApplicable() + " checks passed."
        : "All " + version.checksApplicable() + " checks that apply passed.";
  }

  private static String failed(VersionSummary version) {
    return version.checksApplicable()
        - version.checksPassed()
        + " of "
        + version.checksApplicable()
        + " checks did not pass.";
  }
}
