package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Verdict.Outcome;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.Shared;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundles made from public bug reports, each different in one thing from what npm's CLI writes.
 * Their trust material is the operator's, and so confirmed by nobody.
 */
class ReportedBundlesTest {

  private static final ExpectedVersion NOTHING =
      new ExpectedVersion(null, null, null, List.of(), null);

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AttestationVerifier verifier() {
    Path serve = Shared.folder("reports").resolve("serve");
    try {
      return new AttestationVerifier(
          TrustMaterial.parse(
              bytes(serve.resolve("trusted_root.json")),
              bytes(serve.resolve("keys.json")),
              "the reports' Sigstore",
              Instant.parse("2026-11-24T00:00:00Z")));
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }

  private static VerifiedResponse verify(String file) {
    Path path = Shared.folder("reports").resolve("43-bundles").resolve(file);
    return verifier().verify(bytes(path), NOTHING);
  }

  private static List<AttestationWithVerdict> items(String file) {
    return ((VerifiedResponse.Read) verify(file)).items();
  }

  private static AttestationWithVerdict publish(String file) {
    return items(file).getFirst();
  }

  private static AttestationWithVerdict provenance(String file) {
    return items(file).get(1);
  }

  private static Set<MissingTrust.Kind> missing(AttestationWithVerdict item) {
    Set<MissingTrust.Kind> kinds = new TreeSet<>();
    item.verdict().missing().forEach(missing -> kinds.add(missing.kind()));
    return kinds;
  }

  private static void assertVerified(AttestationWithVerdict item) {
    assertThat(item.verdict().outcome())
        .as("%s", item.verdict().checks())
        .isEqualTo(Outcome.VERIFIED);
  }

  /** Everything that is genuine, however it is spelled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "enterprise-issuer.json",
        "gitlab-branch.json",
        "gitlab-config-path.json",
        "gitlab-project-path-lower.json",
        "gitlab-tag.json",
        "issuer-only-1.json",
        "issuer-only-8.json",
        "media-v01.json",
        "media-v02.json",
        "media-v03-old-spelling.json",
        "owner-case.json",
        "pull-merge.json",
        "purl-at.json",
        "purl-more-digests.json",
        "purl-upper-hex.json",
        "reusable-other-repo.json",
        "ruleset-workflow.json",
        "space-joinpath.json",
        "tag-scoped.json",
        "tag-slash.json",
        "two-provenances.json",
        "v1-no-internal.json",
        "v1-no-metadata.json",
        "v1-no-workflow-ref.json",
        "version-build.json"
      })
  void shouldVerifyWhatIsGenuine(String file) {
    for (AttestationWithVerdict item : items(file)) {
      assertVerified(item);
    }
    assertThat(provenance(file).verdict().level()).isEqualTo(SlsaLevel.L2);
  }

  /** A runner of one's own proves no level; it is no fault of the provenance. */
  @ParameterizedTest
  @ValueSource(strings = {"self-hosted.json", "gitlab-self-hosted-runner.json"})
  void shouldAssignNoLevelToARunnerOfOnesOwn(String file) {
    assertVerified(publish(file));
    assertVerified(provenance(file));
    assertThat(provenance(file).verdict().level()).isNull();
    assertThat(Verified.status(provenance(file), CheckKind.BUILDER))
        .isEqualTo(CheckStatus.NOT_APPLICABLE);
  }

  /** Closed lists of ours: what they lack could not be checked. */
  @ParameterizedTest
  @CsvSource({
    "circleci.json, ISSUER",
    "gitlab-self-managed.json, ISSUER",
    // A release candidate of a builder of which only releases are on our list.
    "slsa3-rc.json, BUILDER"
  })
  void shouldNotRejectWhatOurListsDoNotHave(String file, MissingTrust.Kind lacking) {
    assertVerified(publish(file));
    Verdict verdict = provenance(file).verdict();
    assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(missing(provenance(file))).containsExactly(lacking);
    assertThat(verdict.level()).isNull();
  }

  /** Who the registry's attestor is, we do not know; the provenance beside it needs him not. */
  @Test
  void shouldNotRejectAPublishAttestationOfAnUnknownIssuer() {
    AttestationWithVerdict publish = publish("keyless-publish.json");
    assertThat(publish.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(missing(publish)).containsExactly(MissingTrust.Kind.ISSUER);
    assertVerified(provenance("keyless-publish.json"));
  }

  /** {@code pkg:npm/bh/%40bh%2Fcdx@1.0.0} is no purl of {@code @bh/cdx}: a slash is in its name. */
  @Test
  void shouldRejectAPublishAttestationWhosePurlNamesNoPackageOfNpm() {
    assertThat(Verified.failed(publish("purl-cdx.json").verdict()))
        .containsExactly(CheckKind.PUBLISH);
  }

  /** The npm CLI writes the attempt, and the certificate names one; a run without is another. */
  @Test
  void shouldRejectARunThatIsNotTheCertificates() {
    assertThat(Verified.failed(provenance("v1-run-no-attempt.json").verdict()))
        .containsExactly(CheckKind.IDENTITY);
  }

  /** What is no attestation response and no bundle is unreadable as a whole. */
  @ParameterizedTest
  @ValueSource(strings = {"list.json", "two.jsonl"})
  void shouldSayWhatIsNoResponse(String file) {
    assertThat(verify(file)).isInstanceOf(VerifiedResponse.Unreadable.class);
  }

  /** npm's own report on many packages is an object, but no bundle. */
  @Test
  void shouldNotTakeNpmsReportForABundle() {
    assertThat(items("audit.json"))
        .singleElement()
        .satisfies(item -> assertThat(item.verdict().outcome()).isEqualTo(Outcome.UNREADABLE));
  }

  @Test
  void shouldTakeGithubsIssuerOfAnEnterpriseForGithub() {
    assertThat(Objects.requireNonNull(read("enterprise-issuer.json").builder()).provider())
        .isEqualTo(CiProvider.GITHUB_ACTIONS);
  }

  @Test
  void shouldShowTheWorkflowsFileWithoutEscapes() {
    assertThat(Objects.requireNonNull(read("space-joinpath.json").workflow()).path())
        .isEqualTo(".github/workflows/publish npm.yml");
  }

  private static Provenance read(String file) {
    return Objects.requireNonNull(
        Objects.requireNonNull(provenance(file).attestation()).provenance());
  }

  @Test
  void shouldHaveARowForEveryBundle() throws IOException {
    try (Stream<Path> files = Files.list(Shared.folder("reports").resolve("43-bundles"))) {
      assertThat(files.filter(file -> !file.toString().endsWith(".md"))).hasSize(36);
    }
  }
}
