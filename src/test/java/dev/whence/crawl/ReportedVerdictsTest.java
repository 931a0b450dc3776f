package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Provenance;
import dev.whence.testing.Recording;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on the packages made from public bug reports, crawled as the product does. */
class ReportedVerdictsTest {

  private static ReplayRegistry registry;
  private static TestCrawl crawl;

  @BeforeAll
  static void crawlThem() {
    registry = ReplayRegistry.ofReports();
    crawl = crawl(Shared.folder("reports").resolve("serve/keys.json"));
  }

  private static TestCrawl crawl(Path keys) {
    return new TestCrawl(
        registry.url(),
        Map.of(
            "whence.trust.trusted-root",
            Shared.folder("reports").resolve("serve/trusted_root.json").toString(),
            "whence.trust.npm-keys",
            keys.toString()));
  }

  private static VersionDetail version(TestCrawl by, String name, String version) {
    by.crawl(name);
    return by.catalog.packages.find(new PackageName(name), version).orElseThrow();
  }

  private static Check subject(VersionDetail version) {
    return version.verdicts().stream()
        .filter(verdict -> verdict.ordinal() == 1)
        .map(RecordedVerdict::verdict)
        .flatMap(verdict -> verdict.checks().stream())
        .filter(check -> check.kind() == CheckKind.SUBJECT)
        .findFirst()
        .orElseThrow();
  }

  /** npm installs a file that matches any sha512, whatever weaker hashes stand beside it. */
  @ParameterizedTest
  @CsvSource({
    "bh17-lead, VERIFIED, PASSED",
    "bh17-nopad, VERIFIED, PASSED",
    "bh17-options, VERIFIED, PASSED",
    "bh17-sha1-sha512, VERIFIED, PASSED",
    "bh17-hex, INCONCLUSIVE, INCONCLUSIVE",
    "bh17-none, INCONCLUSIVE, INCONCLUSIVE",
    "bh17-sha1, INCONCLUSIVE, INCONCLUSIVE",
    "bh17-sha384, INCONCLUSIVE, INCONCLUSIVE",
    "bh17-sha512-twice, INCONCLUSIVE, INCONCLUSIVE"
  })
  void shouldCompareTheSubjectWithWhatBindsToAFile(
      String name, Evidence evidence, CheckStatus status) {
    VersionDetail version = version(crawl, name, "1.0.0");
    assertThat(subject(version).status()).isEqualTo(status);
    assertThat(version.summary().evidence()).isEqualTo(evidence);
  }

  @Test
  void shouldSayThatTwoHashesBindToNoFile() {
    assertThat(subject(version(crawl, "bh17-sha512-twice", "1.0.0")).reason())
        .contains("2 different sha512");
  }

  /** Any good signature by a valid key is enough, whatever stands before or behind it. */
  @ParameterizedTest
  @CsvSource({
    "1.0.0, PASSED",
    "1.1.0, FAILED",
    "1.2.0, PASSED",
    "1.3.0, PASSED",
    "1.4.0, INCONCLUSIVE",
    "1.5.0, PASSED",
    "1.6.0, PASSED",
    "1.8.0, FAILED",
    "1.9.0, PASSED",
    "1.10.0, PASSED"
  })
  void shouldJudgeAllRegistrySignatures(String version, CheckStatus status) {
    Check check = Objects.requireNonNull(version(crawl, "bh19-sigs", version).registrySignature());
    assertThat(check.status()).as(check.reason()).isEqualTo(status);
  }

  @Test
  void shouldTellTheSignaturesThatAreNotTheGoodOne() {
    Check check = Objects.requireNonNull(version(crawl, "bh19-sigs", "1.5.0").registrySignature());
    assertThat(check.reason())
        .startsWith("Signed by npm's key")
        .contains("“SHA256:unknown0000000000000000000000000000000000000”");
  }

  @Test
  void shouldTakeAnEnterprisesIssuerForGithub() {
    assertThat(version(crawl, "bh22-enterprise", "1.0.0").summary().evidence())
        .isEqualTo(Evidence.VERIFIED);
  }

  @Test
  void shouldVerifyTheProvenanceBesideAPublishAttestationThatNobodyKnows() {
    VersionDetail version = version(crawl, "bh22-keyless-publish", "1.0.0");
    assertThat(version.summary().evidence()).isEqualTo(Evidence.VERIFIED);
    assertThat(version.verdicts().getFirst().verdict().missing())
        .containsExactly(
            MissingTrust.of(MissingTrust.Kind.ISSUER, "https://issuer.registry.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "bh23-branch-new, refs/heads/überarbeitung, .github/workflows/release.yml",
    "bh23-branch-old, refs/heads/überarbeitung, .github/workflows/release.yml",
    "bh23-hash-branch, refs/heads/fix-#12, .github/workflows/release.yml",
    "bh23-pull, refs/pull/12/merge, .github/workflows/release.yml",
    "bh23-scoped-tag, refs/tags/@bh/pkg@1.2.3, .github/workflows/release.yml",
    "bh23-space-new, refs/heads/main, .github/workflows/publish npm.yml",
    "bh23-space-old, refs/heads/main, .github/workflows/publish npm.yml"
  })
  void shouldReadEscapedAndPlainTextForTheSame(String name, String ref, String path) {
    VersionDetail version = version(crawl, name, "1.0.0");
    assertThat(version.summary().evidence()).isEqualTo(Evidence.VERIFIED);
    Provenance provenance = Objects.requireNonNull(version.summary().provenance());
    assertThat(provenance.ref()).isEqualTo(ref);
    assertThat(Objects.requireNonNull(provenance.workflow()).path()).isEqualTo(path);
  }

  /** Each provenance has its own verdict; the worst is the version's, wherever it stands. */
  @ParameterizedTest
  @CsvSource({"bh34-two, 0, VERIFIED", "bh34-good-first, 1, REJECTED", "bh34-one-bad, 1, REJECTED"})
  void shouldJudgeEachOfTwoProvenances(String name, int rejected, Evidence evidence) {
    VersionDetail version = version(crawl, name, "1.0.0");
    assertThat(version.summary().evidence()).isEqualTo(evidence);
    assertThat(version.verdicts()).hasSize(3);
    assertThat(
            version.verdicts().stream()
                .filter(verdict -> !verdict.verdict().failures().isEmpty())
                .count())
        .isEqualTo(rejected);
  }

  /** The registry's new key is ours to learn. */
  @Test
  void shouldNotRejectWhatANewKeyOfTheRegistrySigned() {
    TestCrawl behind = crawl(Recording.root().resolve("keys.json").toAbsolutePath());
    VersionDetail version = version(behind, "bh41-rename", "1.0.0");
    Check check = Objects.requireNonNull(version.registrySignature());
    assertThat(check.status()).isEqualTo(CheckStatus.INCONCLUSIVE);
    assertThat(Objects.requireNonNull(check.missing()).kind()).isEqualTo(MissingTrust.Kind.NPM_KEY);
    assertThat(version.summary().evidence()).isEqualTo(Evidence.INCONCLUSIVE);
    assertThat(version.verdicts())
        .allSatisfy(verdict -> assertThat(verdict.verdict().failures()).isEmpty());
  }
}
