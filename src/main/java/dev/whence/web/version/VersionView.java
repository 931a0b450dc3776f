package dev.whence.web.version;

import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.web.facts.AskingAgain;
import dev.whence.web.facts.Differences;
import dev.whence.web.facts.EvidenceWords;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.NpmSite;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of one version: a sentence, five facts, the checks, four cards, and raw data to unfold.
 *
 * @param notes important facts that come first: removed, deprecated, an attestation that could not
 *     be fetched
 * @param differences from the versions before; absent if there are none
 * @param noDifference in place of the differences; absent if there is nothing to compare with
 * @param failures the failed checks of the provenance
 * @param first the first screen's facts
 * @param npm its page at npmjs.com; absent if the registry is not npm's
 * @param crawled when the package was last crawled with success; absent if never
 */
public record VersionView(
    Frame frame,
    String packageName,
    String packagePath,
    String version,
    Evidence evidence,
    @Nullable When published,
    @Nullable When crawled,
    @Nullable Link npm,
    List<String> distTags,
    Sentence sentence,
    String limit,
    List<Note> notes,
    List<ChecksView.Row> failures,
    @Nullable Differences differences,
    @Nullable Sentence noDifference,
    FirstFacts first,
    List<Card> cards,
    ChecksView checks,
    List<ChecksView> otherChecks,
    @Nullable ComparisonView comparison,
    ProofView proof,
    UnfoldedView unfolded,
    List<HowTo> howTo) {

  /** True if there is something to unfold. */
  public boolean hasRawData() {
    return !otherChecks.isEmpty()
        || !howTo.isEmpty()
        || !unfolded.earlier().isEmpty()
        || unfolded.response() != null;
  }

  /**
   * The page.
   *
   * @param registry the version's registry; absent before the first crawl
   * @param young the versions whose missing attestations we ask for again
   */
  static VersionView of(
      VersionDetail detail, Frame frame, @Nullable String registry, AskingAgain.Young young) {
    VersionSummary version = detail.summary();
    String name = detail.packageName().value();
    ReleaseHistory history = ReleaseHistory.of(detail.versions());
    Comparison comparison = history.of(version);
    Verdicts verdicts = Verdicts.of(detail.verdicts());
    AttestationResponse read =
        detail.response() == null
            ? new AttestationResponse.Read(List.of())
            : AttestationResponse.read(detail.response().body());
    List<Attestation> attestations = attestations(read);
    return new VersionView(
        frame,
        name,
        PagePaths.forPackage(name),
        version.version(),
        version.evidence(),
        version.publishedAt() == null ? null : frame.when(version.publishedAt()),
        detail.crawl().lastSuccessAt() == null ? null : frame.when(detail.crawl().lastSuccessAt()),
        NpmSite.version(registry, name, version.version())
            .map(link -> link.as("npmjs.com"))
            .orElse(null),
        version.distTags(),
        EvidenceWords.ofVersion(detail),
        EvidenceWords.limit(version, history, young),
        notes(detail, frame),
        ChecksView.failures(verdicts),
        Differences.of(name, comparison),
        NoDifference.of(name, comparison),
        FirstFacts.of(detail, AttestationCard.provenance(attestations), registry),
        cards(detail, verdicts, attestations, frame),
        ChecksView.of(detail, verdicts, frame),
        ChecksView.others(verdicts, frame),
        ComparisonView.of(name, comparison),
        ProofView.of(detail, verdicts),
        UnfoldedView.of(detail, read, verdicts, frame),
        HowTo.check(detail));
  }

  /** If we never saw the version, we know nothing about its file, so there is no card. */
  private static List<Card> cards(
      VersionDetail detail, Verdicts verdicts, List<Attestation> attestations, Frame frame) {
    List<Card> cards = new ArrayList<>(List.of(SourceCard.of(detail), BuildCard.of(detail)));
    if (detail.seen()) {
      cards.add(IntegrityCard.of(detail, verdicts));
    }
    cards.add(AttestationCard.of(detail, verdicts, attestations, frame));
    return cards;
  }

  private static List<Note> notes(VersionDetail detail, Frame frame) {
    List<Note> notes = new ArrayList<>(Note.of(detail, frame));
    if (detail.attempt() != null) {
      notes.add(Note.of(detail.attempt(), detail.crawl(), frame));
    }
    return notes;
  }

  private static List<Attestation> attestations(AttestationResponse read) {
    return switch (read) {
      case AttestationResponse.Unreadable _ -> List.of();
      case AttestationResponse.Read(List<AttestationResponse.Item> items) ->
          items.stream()
              .map(AttestationResponse.Item::attestation)
              .filter(Objects::nonNull)
              .toList();
    };
  }
}
