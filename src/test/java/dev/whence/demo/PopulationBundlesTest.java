package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.Shape;
import dev.whence.demo.sigstore.Subject;
import dev.whence.demo.store.Body;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.VerifiedResponse;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every bundle of the population really verifies, made alone and in any order. */
class PopulationBundlesTest {

  private static final Edition EDITION =
      new Edition("bundles", 1_000_000, 60, Instant.parse("2026-11-01T00:00:00Z"));
  private static final int SAMPLE = 120;

  /** A prime, so that the sample has each place of a block. */
  private static final int STEP = 2_437;

  private final Calendar calendar = new Calendar(EDITION.now());
  private final GeneratedSigstore sigstore =
      GeneratedSigstore.of(EDITION.seed(), calendar.sigstoreBegan(), GeneratedRegistry.PUBLIC_URL);
  private final Population population = new Population(EDITION, calendar);
  private AttestationVerifier verifier;

  @BeforeEach
  void trust() throws Exception {
    verifier =
        new AttestationVerifier(
            TrustMaterial.parse(
                sigstore.trustedRoot(), sigstore.npmKeys(), "generated", EDITION.now()));
  }

  @Test
  void shouldVerify() throws Exception {
    PackageContent content = new PackageContent(sigstore, calendar);
    Set<Shape> shapes = EnumSet.noneOf(Shape.class);
    int verified = 0;
    for (int i = SAMPLE; i > 0; i--) {
      History history = population.history(i * STEP);
      for (Release release :
          history.releases().stream().skip(Math.max(0, history.releases().size() - 8)).toList()) {
        Optional<Body> body = content.attestations(history, release);
        if (body.isPresent()) {
          assertVerified(history, release, body.get());
          shapes.add(Objects.requireNonNull(release.build()).shape());
          verified++;
        }
      }
    }
    assertThat(verified).isGreaterThan(120);
    assertThat(shapes)
        .contains(Shape.NPM_CLI_V02, Shape.NPM_CLI_V1, Shape.NPM_CLI_V1_DSSE, Shape.NPM_CLI_GITLAB);
  }

  private void assertVerified(History history, Release release, Body body) throws IOException {
    Subject subject = PackumentJson.subject(history.name(), release);
    ExpectedVersion expected =
        new ExpectedVersion(
            history.name(),
            release.version(),
            subject.digest().integrity(),
            List.of(sigstore.signature(subject, release.at())),
            release.at());
    byte[] response = new GZIPInputStream(new ByteArrayInputStream(body.gzip())).readAllBytes();
    assertThat(((VerifiedResponse.Read) verifier.verify(response, expected)).items())
        .as("%s", expected)
        .hasSize(2)
        .allSatisfy(
            item -> assertThat(item.verdict().outcome()).isEqualTo(Verdict.Outcome.VERIFIED));
    assertThat(verifier.verifyRegistrySignature(expected))
        .extracting("status")
        .isEqualTo(CheckStatus.PASSED);
  }
}
