package dev.whence.web.about;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.provenance.Slug;
import dev.whence.web.ui.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A state, explained for people.
 *
 * @param means what we know
 * @param advice what the reader can do
 */
public record StateText(EvidenceWord evidence, String means, String advice) {

  /** The reason of a state, with its word in JSON. */
  public record Reason(String word, String text) {}

  /** The states from fully known to unknown. */
  static List<StateText> all() {
    return EvidenceWord.bestFirst().stream().map(StateText::of).toList();
  }

  /** The reasons of this state; most states have none. */
  public List<Reason> reasons() {
    return Stream.of(Evidence.values())
        .filter(state -> state.word() == evidence)
        .flatMap(state -> Stream.ofNullable(state.reason()))
        .map(StateText::reason)
        .toList();
  }

  private static Reason reason(EvidenceReason reason) {
    return new Reason(Slug.of(reason), Words.text(reason));
  }

  private static StateText of(EvidenceWord evidence) {
    return switch (evidence) {
      case VERIFIED ->
          new StateText(
              evidence,
              "The version has provenance, and every check that applies passed.",
              "Follow the link to the commit and read the code there. “Verified” says where the"
                  + " version was built. It does not say that its code is good.");
      case REJECTED ->
          new StateText(
              evidence,
              "The version has provenance, and at least one check failed.",
              "Do not rely on this provenance. The version's page says which check failed, and why."
                  + " A failed check can be an attack or a mistake.");
      case INCONCLUSIVE ->
          new StateText(
              evidence,
              "The version has provenance. No check failed, but we lack a key, a log or a digest for"
                  + " at least one check.",
              "Wait, or check the version yourself. We try again when we have what we lack.");
      case PENDING ->
          new StateText(
              evidence,
              "The registry lists an attestation, and we have not fetched or not checked it yet.",
              "Come back later. Until then we do not know where the version was built.");
      case MISSING ->
          new StateText(
              evidence,
              "The registry lists an attestation, but does not serve it.",
              "We cannot say where the version was built. You can ask the publisher. If the"
                  + " registry answers 404, we ask again only while the version is new (7 days by"
                  + " default). If it refuses, we ask again at longer and longer intervals.");
      case UNREADABLE ->
          new StateText(
              evidence,
              "The registry served something that we cannot read as provenance.",
              "We cannot say where the version was built. You can download what we got from the"
                  + " version's page. We ask again only while the version is new (7 days by"
                  + " default).");
      case PUBLISH_ONLY ->
          new StateText(
              evidence,
              "npm signed that it accepted the upload. There is no build information.",
              "Treat it like a version without provenance: we cannot say where it was built.");
      case REMOVED ->
          new StateText(
              evidence,
              "The registry removed the version before we could fetch an attestation.",
              "You can no longer install it from the registry. We will never know where it was built,"
                  + " so adoption does not count it.");
      case UNKNOWN ->
          new StateText(
              evidence,
              "The registry passes on neither signatures nor provenance, for any of its packages.",
              "Look the version up at npm, which may have provenance for it. We cannot know, so"
                  + " adoption does not count it.");
      case NONE ->
          new StateText(
              evidence,
              "The version was published without provenance.",
              "We cannot say where it was built. Many versions are like this, and it is no sign of"
                  + " anything bad. Look closer if earlier versions of the package had provenance.");
    };
  }
}
