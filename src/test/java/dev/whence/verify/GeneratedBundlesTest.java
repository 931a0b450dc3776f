package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.BundleFormat;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.PublishRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generated Sigstore issues verifies, in every shape that npm serves. */
class GeneratedBundlesTest {

  private static final GeneratedTrust TRUST = new GeneratedTrust();

  @ParameterizedTest
  @EnumSource
  void shouldVerifyEveryShape(Shape shape) {
    AttestationWithVerdict item = TRUST.verify(GeneratedTrust.request(shape));
    assertThat(item.verdict().failures()).isEmpty();
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(item.verdict().level()).isEqualTo(level(shape));
    assertThat(item.verdict().checks())
        .extracting(Check::status)
        .as("everything concerns provenance with npm's publish attestation beside it")
        .containsOnly(CheckStatus.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadTheFactsOfEveryShape(Shape shape) {
    Attestation attestation =
        Objects.requireNonNull(TRUST.verify(GeneratedTrust.request(shape)).attestation());
    Provenance provenance = Objects.requireNonNull(attestation.provenance());
    var run = GeneratedTrust.run(shape);
    assertThat(Objects.requireNonNull(provenance.source()).url()).isEqualTo(run.source().url());
    assertThat(provenance.source().repositoryId()).isEqualTo(Long.toString(run.source().id()));
    assertThat(provenance.commit()).isEqualTo(run.commit());
    assertThat(provenance.ref()).isEqualTo(run.ref());
    assertThat(provenance.trigger()).isEqualTo(run.trigger());
    assertThat(Objects.requireNonNull(provenance.workflow()).path())
        .isEqualTo(run.workflow().path());
    assertThat(attestation.signedAt()).isEqualTo(GeneratedTrust.SIGNED_AT);
    assertThat(attestation.timeSource())
        .isEqualTo(
            shape == Shape.NPM_CLI_V1_REKOR_V2
                ? TimeSource.TIMESTAMP_AUTHORITY
                : TimeSource.TRANSPARENCY_LOG);
  }

  @ParameterizedTest
  @EnumSource
  void shouldVerifyPublishAttestations(BundleFormat format) {
    AttestationWithVerdict item =
        TRUST.verify(PublishRequest.of(format, GeneratedTrust.SUBJECT, GeneratedTrust.SIGNED_AT));
    assertThat(item.verdict().failures()).isEmpty();
    assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(status(item, CheckKind.PUBLISH)).isEqualTo(CheckStatus.PASSED);
  }

  @Test
  void shouldIssueTheSameBytesFromTheSameSeed() {
    GeneratedTrust one = new GeneratedTrust();
    GeneratedTrust other = new GeneratedTrust();
    IssuedBundle first = one.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1));
    IssuedBundle again = other.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1));
    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(other.sigstore().trustedRoot()).isEqualTo(one.sigstore().trustedRoot());
  }

  @Test
  void shouldProveInclusionAsItsLogGrows() {
    for (int i = 0; i < 70; i++) {
      assertThat(TRUST.verify(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE)).verdict().outcome())
          .isEqualTo(Verdict.Outcome.VERIFIED);
    }
  }

  private static @Nullable SlsaLevel level(Shape shape) {
    return switch (shape) {
      case NPM_CLI_BETA -> null;
      case SLSA3_NODE -> SlsaLevel.L3;
      default -> SlsaLevel.L2;
    };
  }

  private static CheckStatus status(AttestationWithVerdict item, CheckKind kind) {
    return item.verdict().checks().stream()
        .filter(check -> check.kind() == kind)
        .findFirst()
        .orElseThrow()
        .status();
  }
}
