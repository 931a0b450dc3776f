package dev.whence.verify;

import static dev.whence.provenance.CheckKind.BUILDER;
import static dev.whence.provenance.CheckKind.CERTIFICATE_CHAIN;
import static dev.whence.provenance.CheckKind.CERTIFICATE_TRANSPARENCY;
import static dev.whence.provenance.CheckKind.FORMAT;
import static dev.whence.provenance.CheckKind.IDENTITY;
import static dev.whence.provenance.CheckKind.LOG_ENTRY;
import static dev.whence.provenance.CheckKind.PUBLISH;
import static dev.whence.provenance.CheckKind.REGISTRY_SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNING_TIME;
import static dev.whence.provenance.CheckKind.SUBJECT;
import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;
import static dev.whence.verify.Statuses.assertRejected;
import static dev.whence.verify.Statuses.assertStatuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of what is signed fails alone when that alone is wrong which it looks at. */
class SignedPartsFailAloneTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  private record OneFault(CheckKind failing, Shape shape, Fault fault) {}

  private static final List<OneFault> FAULTS =
      List.of(
          new OneFault(FORMAT, Shape.NPM_CLI_V1, Fault.MISLABELLED),
          new OneFault(CERTIFICATE_CHAIN, Shape.NPM_CLI_V1, Fault.RETIRED_AUTHORITY),
          new OneFault(CERTIFICATE_CHAIN, Shape.NPM_CLI_GITLAB, Fault.OTHER_KEY_USAGE),
          new OneFault(CERTIFICATE_TRANSPARENCY, Shape.NPM_CLI_V1_DSSE, Fault.NO_SCT),
          new OneFault(CERTIFICATE_TRANSPARENCY, Shape.NPM_CLI_BETA, Fault.FORGED_SCT),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V02, Fault.FORGED_PROMISE),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1_DSSE, Fault.FORGED_PROMISE),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1, Fault.NO_PROOF),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1_DSSE, Fault.WRONG_PROOF),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1, Fault.FORGED_CHECKPOINT),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1_REKOR_V2, Fault.FORGED_CHECKPOINT),
          new OneFault(LOG_ENTRY, Shape.NPM_CLI_V02, Fault.OTHER_ENTRY),
          new OneFault(LOG_ENTRY, Shape.NPM_CLI_V1_DSSE, Fault.OTHER_ENTRY),
          new OneFault(LOG_ENTRY, Shape.NPM_CLI_V1_REKOR_V2, Fault.OTHER_ENTRY),
          new OneFault(SIGNING_TIME, Shape.NPM_CLI_V1, Fault.LOGGED_TOO_LATE),
          new OneFault(SIGNING_TIME, Shape.NPM_CLI_V1_REKOR_V2, Fault.LOGGED_TOO_LATE),
          new OneFault(SIGNING_TIME, Shape.NPM_CLI_V1_REKOR_V2, Fault.OTHER_TIMESTAMP),
          new OneFault(SIGNATURE, Shape.NPM_CLI_V1_DSSE, Fault.FORGED_SIGNATURE),
          new OneFault(SIGNATURE, Shape.SLSA3_NODE, Fault.FORGED_SIGNATURE),
          new OneFault(BUILDER, Shape.NPM_CLI_V1_DSSE, Fault.NO_BUILDER),
          new OneFault(BUILDER, Shape.NPM_CLI_V02, Fault.NO_BUILDER));

  static Stream<Arguments> faults() {
    return FAULTS.stream().map(one -> Arguments.of(one.failing(), one.shape(), one.fault()));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource("faults")
  void shouldFailAloneInProvenance(CheckKind failing, Shape shape, Fault fault) {
    assertRejected(TRUST.verify(GeneratedTrust.request(shape).with(fault)), failing);
  }

  @Test
  void shouldLeaveTheCertificateLogOpenWhereTheAuthorityIsUnknown() {
    assertStatuses(
        TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1).with(Fault.UNKNOWN_AUTHORITY)),
        Verdict.Outcome.REJECTED,
        Map.of(
            CERTIFICATE_CHAIN,
            CheckStatus.FAILED,
            CERTIFICATE_TRANSPARENCY,
            CheckStatus.INCONCLUSIVE));
  }

  @Test
  void shouldFailOnSignatureAndEntryWhereTheStatementWasTamperedWith() {
    assertStatuses(
        TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1).with(Fault.TAMPERED_PAYLOAD)),
        Verdict.Outcome.REJECTED,
        Map.of(LOG_ENTRY, CheckStatus.FAILED, SIGNATURE, CheckStatus.FAILED));
  }

  @Test
  void shouldNotGuessATimeThatNobodyVouchesFor() {
    assertStatuses(
        TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V02).with(Fault.NO_PROMISE)),
        Verdict.Outcome.REJECTED,
        Map.of(TRANSPARENCY_LOG, CheckStatus.FAILED, SIGNING_TIME, CheckStatus.FAILED));
  }

  @Test
  void shouldHaveACaseForEveryCheck() {
    Set<CheckKind> alone = EnumSet.of(IDENTITY, SUBJECT, PUBLISH, REGISTRY_SIGNATURE);
    FAULTS.forEach(one -> alone.add(one.failing()));
    assertThat(alone).containsExactly(CheckKind.values());
  }
}
