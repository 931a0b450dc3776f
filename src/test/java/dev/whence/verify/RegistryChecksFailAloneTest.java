package dev.whence.verify;

import static dev.whence.provenance.CheckKind.FORMAT;
import static dev.whence.provenance.CheckKind.LOG_ENTRY;
import static dev.whence.provenance.CheckKind.PUBLISH;
import static dev.whence.provenance.CheckKind.REGISTRY_SIGNATURE;
import static dev.whence.provenance.CheckKind.SIGNATURE;
import static dev.whence.provenance.CheckKind.SUBJECT;
import static dev.whence.provenance.CheckKind.TRANSPARENCY_LOG;
import static dev.whence.verify.Statuses.assertStatuses;
import static dev.whence.verify.Statuses.withoutCertificate;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.verify.check.ExpectedVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of what the registry says fails alone: subject, publish attestation, signature. */
class RegistryChecksFailAloneTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

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
        Verdict.Outcome.INCONCLUSIVE,
        Map.of(
            SUBJECT,
            CheckStatus.INCONCLUSIVE,
            PUBLISH,
            CheckStatus.NOT_APPLICABLE,
            REGISTRY_SIGNATURE,
            CheckStatus.NOT_APPLICABLE));
  }

  private byte[] response() {
    return IssuedBundle.response(
        TRUST.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1)),
        TRUST.sigstore().publish(GeneratedTrust.publishRequest()));
  }
}
