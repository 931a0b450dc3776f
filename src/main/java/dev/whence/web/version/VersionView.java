package dev.whence.web.version;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionDetail;
import dev.whence.catalog.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.Attestation;
import dev.whence.provenance.AttestationResponse;
import dev.whence.provenance.Check;
import dev.whence.web.facts.Differences;
import dev.whence.web.facts.EvidenceWords;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of one version: a sentence, four cards, the checks, and everything else to unfold.
 *
 * @param notes what else must be known first: unpublished, deprecated, an attestation that could
 *     not be fetched
 * @param differences from the versions before; absent where there are none
 * @param failures the failed checks of the provenance
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
    List<String> distTags,
    Sentence sentence,
    String limit,
    List<Note> notes,
    List<Check> failures,
    @Nullable Differences differences,
    List<Card> cards,
    ChecksView checks,
    List<ChecksView> otherChecks,
    @Nullable ComparisonView comparison,
    UnfoldedView unfolded,
    List<HowTo> howTo) {

  static VersionView of(VersionDetail detail, Frame frame) {
    VersionSummary version = detail.summary();
    String name = detail.packageName().value();
    ReleaseHistory history = ReleaseHistory.of(detail.versions());
    Comparison comparison = history.of(version);
    Verdicts verdicts = Verdicts.of(detail.verdicts());
    AttestationResponse read =
        detail.response() == null
            ? new AttestationResponse.Read(List.of())
            : AttestationResponse.read(detail.response().body());
    return new VersionView(
        frame,
        name,
        Paths.forPackage(name),
        version.version(),
        version.evidence(),
        version.publishedAt() == null ? null : frame.when(version.publishedAt()),
        detail.crawl().lastSuccessAt() == null ? null : frame.when(detail.crawl().lastSuccessAt()),
        version.distTags(),
        EvidenceWords.ofVersion(detail),
        EvidenceWords.limit(version, history),
        notes(detail, frame),
        ChecksView.failures(verdicts),
        Differences.of(name, comparison),
        List.of(
            SourceCard.of(detail),
            BuildCard.of(detail),
            IntegrityCard.of(detail, verdicts),
            AttestationCard.of(detail, verdicts, attestations(read), frame)),
        ChecksView.of(detail, verdicts, frame),
        ChecksView.others(verdicts, frame),
        ComparisonView.of(name, comparison),
        UnfoldedView.of(detail, read, verdicts, frame),
        HowTo.check(detail));
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
