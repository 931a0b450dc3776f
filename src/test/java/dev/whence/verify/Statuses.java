package dev.whence.verify;

import static dev.whence.provenance.CheckKind.BUILDER;
import static dev.whence.provenance.CheckKind.CERTIFICATE_CHAIN;
import static dev.whence.provenance.CheckKind.CERTIFICATE_TRANSPARENCY;
import static dev.whence.provenance.CheckKind.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Holds a verdict to exactly the checks that may not pass. */
public final class Statuses {

  private Statuses() {}

  /** This check failed, all others passed. */
  public static void assertRejected(AttestationWithVerdict item, CheckKind failing) {
    assertStatuses(item, Verdict.Outcome.REJECTED, Map.of(failing, CheckStatus.FAILED));
    assertThat(item.verdict().level()).isNull();
  }

  /** Exactly these checks did not pass. */
  public static void assertStatuses(
      AttestationWithVerdict item, Verdict.Outcome outcome, Map<CheckKind, CheckStatus> notPassed) {
    Map<CheckKind, CheckStatus> found = new EnumMap<>(CheckKind.class);
    for (Check check : item.verdict().checks()) {
      if (check.status() != CheckStatus.PASSED) {
        found.put(check.kind(), check.status());
      }
      assertThat(check.reason()).isNotBlank();
    }
    assertThat(found)
        .as("%s", item.verdict().checks())
        .containsExactlyInAnyOrderEntriesOf(notPassed);
    assertThat(item.verdict().outcome()).isEqualTo(outcome);
  }

  /** One failed check of a bundle that a managed key signed. */
  static Map<CheckKind, CheckStatus> withoutCertificate(CheckKind failing) {
    Map<CheckKind, CheckStatus> statuses = new EnumMap<>(CheckKind.class);
    for (CheckKind kind : List.of(CERTIFICATE_CHAIN, CERTIFICATE_TRANSPARENCY, IDENTITY, BUILDER)) {
      statuses.put(kind, CheckStatus.NOT_APPLICABLE);
    }
    statuses.put(failing, CheckStatus.FAILED);
    return statuses;
  }
}
