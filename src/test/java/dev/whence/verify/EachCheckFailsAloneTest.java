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
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check can fail, and fails alone when that alone is wrong which it looks at. */
class EachCheckFailsAloneTest {

  private static final CiRun.Repository OTHER_SOURCE =
      new CiRun.Repository("github.com", "low-water", "brine", 77L, 78L);

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  private record OneFault(CheckKind failing, Shape shape, Fault fault) {}

  private static final List<OneFault> FAULTS =
      List.of(
          new OneFault(FORMAT, Shape.NPM_CLI_V1, Fault.MISLABELLED),
          new OneFault(CERTIFICATE_CHAIN, Shape.NPM_CLI_V1, Fault.RETIRED_AUTHORITY),
          new OneFault(CERTIFICATE_CHAIN, Shape.NPM_CLI_GITLAB, Fault.OTHER_KEY_USAGE),
          new OneFault(CERTIFICATE_TRANSPARENCY, Shape.NPM_CLI_V1_DSSE, Fault.NO_SCT),
          new OneFault(CERTIFICATE_TRANSPARENCY, Shape.NPM_CLI_BETA, Fault.FORGED_SCT),
          new OneFault(TRANSPARENCY_LOG, Shape.NPM_CLI_V1, Fault.UNKNOWN_LOG),
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

  private record OneLie(String about, Shape shape, UnaryOperator<CiRun> lie) {}

  private static final List<OneLie> LIES =
      List.of(
          new OneLie("repository", Shape.NPM_CLI_V1, run -> run.withSource(OTHER_SOURCE)),
          new OneLie("repository", Shape.NPM_CLI_BETA, run -> run.withSource(OTHER_SOURCE)),
          new OneLie("commit", Shape.NPM_CLI_V1_DSSE, run -> run.withCommit("0".repeat(40))),
          new OneLie("commit", Shape.NPM_CLI_BETA, run -> run.withCommit("0".repeat(40))),
          new OneLie("commit", Shape.NPM_CLI_GITLAB, run -> run.withCommit("0".repeat(40))),
          new OneLie("ref", Shape.NPM_CLI_V1, run -> run.withRef("refs/heads/main")),
          new OneLie("ref", Shape.SLSA3_NODE, run -> run.withRef("refs/heads/main")),
          new OneLie("trigger", Shape.NPM_CLI_V1, run -> run.withTrigger("workflow_dispatch")),
          new OneLie("trigger", Shape.NPM_CLI_GITLAB, run -> run.withTrigger("web")),
          new OneLie("run", Shape.NPM_CLI_V1, run -> run.withId(1)),
          new OneLie("run", Shape.NPM_CLI_V02, run -> run.withId(1)),
          new OneLie("run", Shape.NPM_CLI_GITLAB, run -> run.withId(1)),
          new OneLie("workflow", Shape.NPM_CLI_V1, run -> run.withWorkflow(otherFile())),
          new OneLie("workflow", Shape.NPM_CLI_V02, run -> run.withWorkflow(otherFile())),
          new OneLie("workflow", Shape.NPM_CLI_BETA, run -> run.withWorkflow(otherFile())));

  static Stream<Arguments> faults() {
    return FAULTS.stream().map(one -> Arguments.of(one.failing(), one.shape(), one.fault()));
  }

  static Stream<Arguments> lies() {
    return LIES.stream().map(one -> Arguments.of(one.about(), one.shape(), one.lie()));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource("faults")
  void shouldFailAloneInProvenance(CheckKind failing, Shape shape, Fault fault) {
    assertRejected(TRUST.verify(GeneratedTrust.request(shape).with(fault)), failing);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("lies")
  void shouldFailAloneWhereTheBuildLies(String about, Shape shape, UnaryOperator<CiRun> lie) {
    CiRun claimed = lie.apply(GeneratedTrust.run(shape));
    VerifiedResponse.Item item = TRUST.verify(GeneratedTrust.request(shape).claiming(claimed));
    assertRejected(item, IDENTITY);
    assertThat(item.verdict().failures().getFirst().reason()).contains("claims the " + about);
  }

  @Test
  void shouldRefuseTheIsolatedBuilderUnderAnotherIdentity() {
    var request = GeneratedTrust.request(Shape.SLSA3_NODE);
    CiRun plain = GeneratedTrust.RUN;
    VerifiedResponse.Item item =
        TRUST.verify(
            new ProvenanceRequest(
                request.shape(), request.subject(), plain, plain, request.signedAt(), Set.of()));
    assertRejected(item, IDENTITY);
  }

  @Test
  void shouldFailOnTheSubjectWhereTheFileIsAnother() {
    var bundle =
        TRUST
            .sigstore()
            .provenance(GeneratedTrust.request(Shape.NPM_CLI_V1).with(Fault.OTHER_DIGEST));
    var items = TRUST.verify(IssuedBundle.response(bundle), TRUST.expected());
    assertStatuses(
        items.getFirst(),
        Verdict.Outcome.REJECTED,
        Map.of(SUBJECT, CheckStatus.FAILED, PUBLISH, CheckStatus.NOT_APPLICABLE));
  }

  @Test
  void shouldFailOnPublishWhereNpmTookInAnotherFile() {
    var bundle =
        TRUST
            .sigstore()
            .provenance(GeneratedTrust.request(Shape.NPM_CLI_V1).with(Fault.OTHER_DIGEST));
    var publish = TRUST.sigstore().publish(GeneratedTrust.publishRequest());
    var items =
        TRUST.verify(
            IssuedBundle.response(bundle, publish),
            new ExpectedVersion(null, null, null, List.of(), null));
    assertStatuses(
        items.getFirst(),
        Verdict.Outcome.REJECTED,
        Map.of(
            PUBLISH,
            CheckStatus.FAILED,
            SUBJECT,
            CheckStatus.NOT_APPLICABLE,
            REGISTRY_SIGNATURE,
            CheckStatus.NOT_APPLICABLE));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MISLABELLED",
        "UNKNOWN_LOG",
        "FORGED_PROMISE",
        "NO_PROOF",
        "WRONG_PROOF",
        "FORGED_CHECKPOINT",
        "OTHER_ENTRY",
        "FORGED_SIGNATURE",
        "OTHER_DIGEST",
        "OTHER_VERSION"
      })
  void shouldFailAloneInPublishAttestations(Fault fault) {
    CheckKind failing =
        switch (fault) {
          case MISLABELLED -> FORMAT;
          case OTHER_ENTRY -> LOG_ENTRY;
          case FORGED_SIGNATURE -> SIGNATURE;
          case OTHER_DIGEST -> SUBJECT;
          case OTHER_VERSION -> PUBLISH;
          default -> TRANSPARENCY_LOG;
        };
    assertStatuses(
        TRUST.verify(GeneratedTrust.publishRequest().with(fault)),
        Verdict.Outcome.REJECTED,
        withoutCertificate(failing));
  }

  @Test
  void shouldFailOnARegistrySignatureOfAnotherFile() {
    ExpectedVersion right = TRUST.expected();
    var other =
        new Subject(GeneratedTrust.SUBJECT.name(), "2.1.1", GeneratedTrust.SUBJECT.digest());
    var provenance = TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1));
    var items =
        TRUST.verify(
            IssuedBundle.response(provenance),
            new ExpectedVersion(
                right.name(),
                right.version(),
                right.integrity(),
                List.of(TRUST.sigstore().signature(other, GeneratedTrust.SIGNED_AT)),
                right.publishedAt()));
    assertStatuses(
        items.getFirst(),
        Verdict.Outcome.REJECTED,
        Map.of(REGISTRY_SIGNATURE, CheckStatus.FAILED, PUBLISH, CheckStatus.NOT_APPLICABLE));
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
            CheckStatus.UNDECIDED));
  }

  @Test
  void shouldDecideNothingWithoutTheRegistrysIntegrity() {
    var items =
        TRUST.verify(
            response(),
            new ExpectedVersion(
                GeneratedTrust.SUBJECT.name(),
                GeneratedTrust.SUBJECT.version(),
                null,
                List.of(),
                null));
    // The publish attestation is not verified either, so it proves nothing.
    assertStatuses(
        items.getFirst(),
        Verdict.Outcome.UNDECIDED,
        Map.of(
            SUBJECT,
            CheckStatus.UNDECIDED,
            PUBLISH,
            CheckStatus.NOT_APPLICABLE,
            REGISTRY_SIGNATURE,
            CheckStatus.NOT_APPLICABLE));
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
  void shouldAssignNoLevelToASelfHostedRunner() {
    CiRun own = GeneratedTrust.RUN.withRunner("self-hosted");
    var request = GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE);
    VerifiedResponse.Item item =
        TRUST.verify(
            new ProvenanceRequest(
                request.shape(), request.subject(), own, own, request.signedAt(), Set.of()));
    assertStatuses(item, Verdict.Outcome.VERIFIED, Map.of(BUILDER, CheckStatus.NOT_APPLICABLE));
    assertThat(item.verdict().level()).isNull();
  }

  @Test
  void shouldHaveACaseForEveryCheck() {
    Set<CheckKind> alone = EnumSet.of(IDENTITY, SUBJECT, PUBLISH, REGISTRY_SIGNATURE);
    FAULTS.forEach(one -> alone.add(one.failing()));
    assertThat(alone).containsExactly(CheckKind.values());
  }

  private byte[] response() {
    return IssuedBundle.response(
        TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1)),
        TRUST.sigstore().publish(GeneratedTrust.publishRequest()));
  }

  private static CiRun.Workflow otherFile() {
    return new CiRun.Workflow("Release", ".github/workflows/nightly.yml", null);
  }

  private static Map<CheckKind, CheckStatus> withoutCertificate(CheckKind failing) {
    Map<CheckKind, CheckStatus> statuses = new EnumMap<>(CheckKind.class);
    for (CheckKind kind : List.of(CERTIFICATE_CHAIN, CERTIFICATE_TRANSPARENCY, IDENTITY, BUILDER)) {
      statuses.put(kind, CheckStatus.NOT_APPLICABLE);
    }
    statuses.put(failing, CheckStatus.FAILED);
    return statuses;
  }

  private static void assertRejected(VerifiedResponse.Item item, CheckKind failing) {
    assertStatuses(item, Verdict.Outcome.REJECTED, Map.of(failing, CheckStatus.FAILED));
    assertThat(item.verdict().level()).isNull();
  }

  /** Exactly these checks did not pass. */
  private static void assertStatuses(
      VerifiedResponse.Item item, Verdict.Outcome outcome, Map<CheckKind, CheckStatus> notPassed) {
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
}
