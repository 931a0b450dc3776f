package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustMaterial;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Authentic bundles that are no npm attestations. The index's verdict is the cryptographic one: it
 * must be that of checks 2 to 7. Our verdict also asks who signed and who built, and cannot check
 * what people with e-mail identities or unknown builders state.
 */
class OtherBundlesTest {

  private static final Set<CheckKind> CRYPTOGRAPHIC =
      EnumSet.range(CheckKind.CERTIFICATE_CHAIN, CheckKind.SIGNATURE);

  static Stream<String> rows() {
    return Recording.index("other").stream().map(row -> row.get("file"));
  }

  private static Map<String, String> row(String file) {
    return Recording.index("other").stream()
        .filter(row -> file.equals(row.get("file")))
        .findFirst()
        .orElseThrow();
  }

  private static TrustMaterial trust(String file) {
    if (file.contains("/rekor2/")) {
      return RecordedVersions.staging();
    }
    // GitHub's own instance has no transparency log.
    boolean github = file.contains("internal") || file.contains("private-no-tlog");
    return github ? RecordedVersions.github() : RecordedVersions.publicGood();
  }

  private static AttestationWithVerdict verify(String file) {
    return Verified.row(
        row(file), trust(file), new ExpectedVersion(null, null, null, List.of(), null));
  }

  @Test
  void shouldCoverAllOfThem() {
    assertThat(rows()).hasSize(26);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldGiveTheIndexedCryptographicVerdict(String file) {
    AttestationWithVerdict item = verify(file);
    List<CheckStatus> statuses =
        CRYPTOGRAPHIC.stream().map(kind -> Verified.status(item, kind)).toList();
    switch (Objects.requireNonNull(row(file).get("expected"))) {
      case "pass" ->
          assertThat(statuses)
              .isSubsetOf(CheckStatus.PASSED, CheckStatus.NOT_APPLICABLE)
              .contains(CheckStatus.PASSED);
      case "fail" -> assertThat(statuses).contains(CheckStatus.FAILED);
      default -> assertThat(statuses).contains(CheckStatus.INCONCLUSIVE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldGiveOurVerdict(String file) {
    AttestationWithVerdict item = verify(file);
    Map<String, String> row = row(file);
    boolean cryptographic = "pass".equals(row.get("expected"));
    boolean statement = item.attestation() != null;
    // One has a payload of its own making, without predicate type; two sign files.
    Verdict.Outcome outcome =
        !statement
            ? Verdict.Outcome.UNREADABLE
            : !cryptographic
                ? Verdict.Outcome.REJECTED
                : missing(item).isEmpty() ? Verdict.Outcome.VERIFIED : Verdict.Outcome.INCONCLUSIVE;
    assertThat(item.verdict().outcome()).isEqualTo(outcome);
    String signer = Objects.requireNonNull(row.get("SAN"));
    boolean person = !signer.startsWith("https://");
    assertThat(missing(item).contains(MissingTrust.Kind.ISSUER)).isEqualTo(statement && person);
  }

  private static List<MissingTrust.Kind> missing(AttestationWithVerdict item) {
    return item.verdict().missing().stream().map(MissingTrust::kind).toList();
  }

  /** Everything else is right about them. */
  @Test
  void shouldLeaveOpenWhatBuildersDidThatWeDoNotKnow() {
    assertThat(rows().filter(file -> missing(verify(file)).contains(MissingTrust.Kind.BUILDER)))
        .containsExactlyInAnyOrder(
            "other/github/attest-build-provenance-13531551-internal.json",
            "other/github/private-no-tlog.json",
            "other/slsa3/bcr-MODULE.bazel.intoto.jsonl",
            "other/slsa3/delegator-v1.10.0-push-v14.2.build.slsa.json",
            "other/slsa3/delegator-v1.9.0-push-v14.2.build.slsa.json",
            "other/slsa3/delegator-v2.0.0-push-v14.2.build.slsa.json",
            "other/slsa3/gha_go-v2.1.0-push-v14.2.intoto.json",
            "other/slsa3/gha_gradle-v2.0.0-push-v14.2.build.slsa.json",
            "other/slsa3/valid-v0.3.json");
  }

  @Test
  void shouldReadAllButThree() {
    assertThat(rows().filter(file -> verify(file).attestation() == null))
        .containsExactlyInAnyOrder(
            "other/email-identity/go-othername.sigstore.json",
            "other/rekor2/py-staging-rekor-v2.txt.sigstore.json",
            "other/slsa3/valid-v0.1.json");
  }
}
