package dev.whence.web.about;

import dev.whence.catalog.Evidence;
import java.util.List;

/**
 * What a state is, for people.
 *
 * @param means what is known
 * @param leavesOpen what is not, or what is often read into it
 */
public record StateText(Evidence evidence, String means, String leavesOpen) {

  /** From everything known to nothing. */
  static List<StateText> all() {
    return List.of(Evidence.values()).reversed().stream().map(StateText::of).toList();
  }

  private static StateText of(Evidence evidence) {
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
      case UNDECIDED ->
          new StateText(
              evidence,
              "No check failed, but at least one could not be made. Mostly something on our side"
                  + " was lacking, such as a key or a log. It may also be the registry that states"
                  + " no digest to compare with, or those of two different files.",
              "Where the version was built. What our side lacked, newer trust material may have.");
      case NOT_VERIFIED ->
          new StateText(
              evidence,
              "A provenance is stored, and has not been checked yet.",
              "Whether it holds.");
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
      case NOT_SERVED ->
          new StateText(
              evidence,
              "The package's metadata advertises attestations, and the registry answers that it has"
                  + " none.",
              "Whether there ever was one. It is asked for again while the version is new.");
      case NOT_LOOKED_AT ->
          new StateText(
              evidence,
              "The package's metadata advertises attestations, and they have not been fetched yet.",
              "Everything. It is not the same as having no provenance.");
      case REFUSED ->
          new StateText(
              evidence,
              "The package's metadata advertises attestations, and the registry refuses to serve"
                  + " them (HTTP status 401, 403, 405, 410 or 451).",
              "What they say. They are asked for again once a day, later more rarely.");
      case FAILING ->
          new StateText(
              evidence,
              "The package's metadata advertises attestations, and asking for them gave no answer that"
                  + " says anything: an error, a time-out, or something that is not JSON.",
              "What they say. They are asked for again soon, then more and more rarely, each version"
                  + " on its own.");
      case REMOVED ->
          new StateText(
              evidence,
              "The registry removed the version before we saw it, or before we could fetch the"
                  + " attestations that it advertised. Mostly only its name and its time of"
                  + " publishing are known.",
              "Where it was built. It can never be looked at. Adoption does not count it.");
      case UNKNOWN ->
          new StateText(
              evidence,
              "The registry passed on neither signatures nor provenance when we asked, for any of its"
                  + " packages. npm has signed every version for years, so this silence says nothing"
                  + " about the version.",
              "Whether npm has provenance for the version. Adoption does not count it.");
      case NO_ATTESTATION ->
          new StateText(
              evidence,
              "The package's metadata advertises no attestation: the version was published without"
                  + " provenance.",
              "Where it was built. Most of npm is like this, and it is no sign of anything bad.");
    };
  }
}
