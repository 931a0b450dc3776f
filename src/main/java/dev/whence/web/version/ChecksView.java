package dev.whence.web.version;

import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.web.facts.CheckText;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one attestation, or the registry signature alone, if there is no attestation.
 *
 * @param title the thing that was checked
 * @param summary how many checks passed, failed, are inconclusive or do not apply
 * @param isOpen a check failed or is inconclusive
 * @param caution what the reader must know before the rows; absent if there is nothing
 * @param how the time, the version of Whence and the keys; absent without verdict
 * @param checks in the order of the page
 */
public record ChecksView(
    String title,
    String summary,
    boolean isOpen,
    @Nullable String caution,
    @Nullable Sentence how,
    List<Row> checks) {

  private static final String REJECTED =
      "This provenance was rejected. So the checks that passed prove no origin, and it has no SLSA"
          + " level.";

  /**
   * One check.
   *
   * @param question the question that it answers
   * @param path our explanation of this check
   */
  public record Row(String question, String path, CheckStatus status, String reason) {

    private static Row of(Check check) {
      return new Row(
          CheckText.question(check.kind()),
          "/about/checks#" + check.kind().slug(),
          check.status(),
          check.reason());
    }
  }

  /** The checks of the verdict that decides the version's evidence. */
  static ChecksView of(VersionDetail version, Verdicts verdicts, Frame frame) {
    if (verdicts.main().isPresent()) {
      return of("Checks", verdicts.main().get(), frame);
    }
    List<Check> alone =
        version.registrySignature() == null ? List.of() : List.of(version.registrySignature());
    return of("Check of the registry signature", alone, null);
  }

  /** The checks of the other attestations, each separately. */
  static List<ChecksView> others(Verdicts verdicts, Frame frame) {
    return verdicts
        .others()
        .map(verdict -> of("Checks of " + title(verdict), verdict, frame))
        .toList();
  }

  private static ChecksView of(String title, RecordedVerdict recorded, Frame frame) {
    return of(title, recorded.verdict().checks(), how(recorded, frame))
        .after(
            recorded.verdict().outcome() == Verdict.Outcome.REJECTED
                    && recorded.kind() == AttestationKind.PROVENANCE
                ? REJECTED
                : null);
  }

  private static ChecksView of(String title, List<Check> checks, @Nullable Sentence how) {
    boolean isOpen =
        checks.stream()
            .map(Check::status)
            .anyMatch(status -> status == CheckStatus.FAILED || status == CheckStatus.INCONCLUSIVE);
    return new ChecksView(
        title, summary(checks), isOpen, null, how, checks.stream().map(Row::of).toList());
  }

  private ChecksView after(@Nullable String words) {
    return new ChecksView(title, summary, isOpen, words, how, checks);
  }

  /** The reasons of the failed checks, the most important first. */
  static List<Row> failures(Verdicts verdicts) {
    return verdicts
        .main()
        .map(RecordedVerdict::verdict)
        .map(Verdict::failures)
        .orElse(List.of())
        .stream()
        .map(Row::of)
        .toList();
  }

  static String title(RecordedVerdict recorded) {
    return recorded.kind() == null
        ? "attestation " + (recorded.ordinal() + 1) + ", which is unreadable"
        : switch (recorded.kind()) {
          case PROVENANCE -> "the provenance";
          case PUBLISH -> "npm's publish attestation";
          case OTHER -> "attestation " + (recorded.ordinal() + 1) + ", of a kind we do not know";
        };
  }

  /** {@code 12 of 12 passed}; checks that did not pass come first. */
  private static String summary(List<Check> checks) {
    if (checks.isEmpty()) {
      return "none made";
    }
    Map<CheckStatus, Long> counts =
        checks.stream().collect(Collectors.groupingBy(Check::status, Collectors.counting()));
    long notApplicable = counts.getOrDefault(CheckStatus.NOT_APPLICABLE, 0L);
    StringBuilder summary = new StringBuilder();
    add(summary, counts.get(CheckStatus.FAILED), " failed");
    add(summary, counts.get(CheckStatus.INCONCLUSIVE), " inconclusive");
    add(
        summary,
        counts.getOrDefault(CheckStatus.PASSED, 0L),
        " of " + (checks.size() - notApplicable) + " passed");
    add(summary, counts.get(CheckStatus.NOT_APPLICABLE), " not applicable");
    return summary.toString();
  }

  private static void add(StringBuilder summary, @Nullable Long count, String words) {
    if (count != null) {
      summary.append(summary.isEmpty() ? "" : ", ").append(count).append(words);
    }
  }

  private static Sentence how(RecordedVerdict recorded, Frame frame) {
    return Sentence.write()
        .words("How we checked: ")
        .when(frame.when(recorded.verifiedAt()))
        .words(", with Whence " + recorded.verifier().version())
        .words(", version " + recorded.verifier().policy() + " of its rules, and the keys of the")
        .words(" trust material ")
        .digest(Digest.of(recorded.verifier().trustDigest()))
        .words(".")
        .end();
  }
}
