package dev.whence.web.about;

import dev.whence.catalog.EvidenceWord;
import java.util.List;

/**
 * What a state is, for people.
 *
 * @param means what is known
 * @param leavesOpen what is not, or what is often read into it
 */
public record StateText(EvidenceWord evidence, String means, String leavesOpen) {

  /** From everything known to nothing. */
  static List<StateText> all() {
    return EvidenceWord.bestFirst().stream().map(StateText::of).toList();
  }

  private static StateText of(EvidenceWord evidence) {
    return switch (evidence) {
      case VERIFIED ->
          new StateText(
              evidence,
              "The registry served a provenance, and every check that applies to it passed.",
              "It says where the version was built, not that its code is good.");
      case REJECTED ->
          new StateText(
              evidence,
              "The registry served a provenance, and at least one check failed. The version's page"
                  + " says which, and why.",
              "It may be an attack or a mistake; the checks cannot tell one from the other.");
      case INCONCLUSIVE ->
          new StateText(
              evidence,
              "No check failed, but at least one is inconclusive. Mostly we lack something, such as"
                  + " a key or a log. It may also be the registry that states no digest to compare"
                  + " with, or those of two different files.",
              "Where the version was built. What we lack, newer trust material may have.");
      case PENDING ->
          new StateText(
              evidence,
              "The registry lists an attestation, and we have not finished with it. The reason stands"
                  + " beside the word: it is not fetched yet, it is not checked yet, or fetching"
                  + " failed and we try again.",
              "Where the version was built. We do not know yet whether the provenance holds.");
      case PUBLISH_ONLY ->
          new StateText(
              evidence,
              "The registry serves npm's own attestation that it took in the version, and no"
                  + " provenance.",
              "Where it was built.");
      case UNREADABLE ->
          new StateText(
              evidence,
              "The registry served something that is not an attestation response, or a provenance"
                  + " that cannot be read. The bytes are kept.",
              "What it was meant to say.");
      case MISSING ->
          new StateText(
              evidence,
              "The registry lists an attestation and does not serve it. The reason stands beside the"
                  + " word: it answers 404, or it refuses (HTTP status 401, 403, 405, 410 or 451).",
              "Whether there ever was one. We ask for it again, more and more rarely.");
      case REMOVED ->
          new StateText(
              evidence,
              "The registry removed the version before we saw it, or before we could fetch the"
                  + " attestations that it listed. Mostly only its name and its time of publishing"
                  + " are known.",
              "Where it was built. We can never find out. Adoption does not count it.");
      case UNKNOWN ->
          new StateText(
              evidence,
              "The registry passed on neither signatures nor provenance when we asked, for any of its"
                  + " packages. npm has signed every version for years, so this silence says nothing"
                  + " about the version.",
              "Whether npm has provenance for the version. Adoption does not count it.");
      case NONE ->
          new StateText(
              evidence,
              "The registry lists no attestation: the version was published without provenance.",
              "Where it was built. Most of npm is like this, and it is no sign of anything bad.");
    };
  }
}
