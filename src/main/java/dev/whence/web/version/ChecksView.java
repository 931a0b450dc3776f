package dev.whence.web.version;

import dev.whence.catalog.RecordedVerdict;
import dev.whence.catalog.VersionDetail;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one attestation, or the registry signature alone where there is no attestation.
 *
 * @param title what was checked
 * @param summary how many passed, failed, could not be made, do not apply
 * @param against when, by which Whence and against which trust material; absent without verdict
 * @param checks in the order in which people read them
 */
public record ChecksView(
    String title, String summary, @Nullable Sentence against, List<Check> checks) {

  /** The verdict that stands for the version. */
  static ChecksView of(VersionDetail version, Verdicts verdicts, Frame frame) {
    if (verdicts.main().isPresent()) {
      return of("Checks", verdicts.main().get(), frame);
    }
    List<Check> alone =
        version.registrySignature() == null ? List.of() : List.of(version.registrySignature());
    return new ChecksView("Checks", summary(alone), null, alone);
  }

  /** The other attestations, each on its own. */
  static List<ChecksView> others(Verdicts verdicts, Frame frame) {
    return verdicts
        .others()
        .map(verdict -> of("Checks of " + title(verdict), verdict, frame))
        .toList();
  }

  private static ChecksView of(String title, RecordedVerdict recorded, Frame frame) {
    List<Check> checks = recorded.verdict().checks();
    return new ChecksView(title, summary(checks), against(recorded, frame), checks);
  }

  /** What is wrong, most important first: the reasons of the failed checks. */
  static List<Check> failures(Verdicts verdicts) {
    return verdicts.main().map(RecordedVerdict::verdict).map(Verdict::failures).orElse(List.of());
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

  private static String summary(List<Check> checks) {
    if (checks.isEmpty()) {
      return "none made";
    }
    Map<CheckStatus, Long> counts =
        checks.stream().collect(Collectors.groupingBy(Check::status, Collectors.counting()));
    StringBuilder summary = new StringBuilder();
    add(summary, counts.get(CheckStatus.FAILED), " failed");
    add(summary, counts.get(CheckStatus.UNDECIDED), " could not be made");
    add(summary, counts.get(CheckStatus.PASSED), " passed");
    add(summary, counts.get(CheckStatus.NOT_APPLICABLE), " not applicable");
    return summary.toString();
  }

  private static void add(StringBuilder summary, @Nullable Long count, String words) {
    if (count != null) {
      summary.append(summary.isEmpty() ? "" : ", ").append(count).append(words);
    }
  }

  private static Sentence against(RecordedVerdict recorded, Frame frame) {
    return Sentence.write()
        .words("Checked ")
        .when(frame.when(recorded.verifiedAt()))
        .words(" by Whence " + recorded.verifier().version())
        .words(" (policy " + recorded.verifier().policy() + ") against trust material ")
        .digest(Digest.of(recorded.verifier().trustDigest()))
        .words(".")
        .end();
  }
}
